import type { ParseError } from '../lib/result';
import { PASTED_LIMITS } from './pasted-array';

export type Token =
  | { readonly kind: 'number'; readonly at: number; readonly text: string; readonly value: number }
  | { readonly kind: 'word'; readonly at: number; readonly text: string }
  | { readonly kind: 'sign'; readonly at: number; readonly text: string }
  | { readonly kind: 'end'; readonly at: number; readonly text: '' };

/** Bounded, so that a megabyte of digits before a letter costs no quadratic search. */
const NUMBER = /[+\-−]?(?:(?:\d{1,400}\.?\d{0,1100}|\.\d{1,1100})(?:[eE][+-]?\d{1,20})?|nan|inf(?:inity)?)(?![\w.])/iy;
const WORD = /[A-Za-z_][\w.]*|"[^"\n]{0,200}"|'[^'\n]{0,200}'/y;
const CHUNK = /[^\s,;|()[\]{}]{1,24}/y;

/** How a problem leaves a reader of text at once, from any depth; the `parse*` functions catch it and return it. */
export class Unreadable extends Error {
  constructor(readonly problem: ParseError) {
    super(problem.message);
  }
}

export function unreadable(message: string, position?: number): Unreadable {
  return new Unreadable(position === undefined ? { message } : { message, position });
}

/** Takes a text apart: numbers, words, and the signs between them. `line` counts line ends outside of words. */
export class TextReader {
  private position = 0;
  line = 0;
  private numbers = 0;

  constructor(readonly text: string) {}

  next(): Token {
    const { text } = this;
    for (; this.position < text.length; this.position++) {
      const code = text.charCodeAt(this.position);
      if (code === 0x0a) this.line += 1;
      else if (code !== 0x20 && code !== 0x09 && code !== 0x0d && code !== 0xa0 && code !== 0xfeff) break;
    }
    const at = this.position;
    if (at >= text.length) return { kind: 'end', at, text: '' };
    const sign = text[at]!;
    if (',;|()[]{}=:<>'.includes(sign)) {
      this.position += 1;
      return { kind: 'sign', at, text: sign };
    }
    const number = this.match(NUMBER);
    if (number !== null) return this.number(at, number);
    const word = this.match(WORD);
    if (word !== null) return { kind: 'word', at, text: word };
    throw this.notANumber(at);
  }

  peek(): Token {
    const { position, line, numbers } = this;
    const token = this.next();
    Object.assign(this, { position, line, numbers });
    return token;
  }

  /** Everything up to the comma or bracket that ends an argument such as `grad_fn=<AddBackward0>` or `size=(2, 3)`. */
  argument(): string {
    const from = this.position;
    let depth = 0;
    for (; this.position < this.text.length; this.position++) {
      const sign = this.text[this.position]!;
      if ('([{<'.includes(sign)) depth += 1;
      else if (depth > 0 && ')]}>'.includes(sign)) depth -= 1;
      else if (depth === 0 && (sign === ',' || sign === ')')) break;
    }
    return this.text.slice(from, this.position);
  }

  /** Why what stands at `at` can't be read. */
  notANumber(at: number): Unreadable {
    const { text } = this;
    const place = `at character ${at + 1}`;
    CHUNK.lastIndex = at;
    const chunk = CHUNK.exec(text)?.[0] ?? text[at] ?? '';
    if (chunk.startsWith('...') || chunk.startsWith('…')) {
      return unreadable(
        `This printout was shortened ${place}: print it in full with torch.set_printoptions(profile='full') or numpy.set_printoptions(threshold=sys.maxsize), or print .tolist().`,
        at,
      );
    }
    if (chunk.startsWith('<')) return unreadable(`This looks like markup, not like numbers, ${place}.`, at);
    if (/^[+-]?[\d.]+(?:e[+-]?\d+)?(?:[+-][\d.]+(?:e[+-]?\d+)?)?j/i.test(chunk)) return unreadable(`A complex number stands ${place}; only real ones can be compared.`, at);
    if (/^(?:true|false)$/i.test(chunk)) return unreadable(`“${chunk}” ${place} is a truth value, not a number.`, at);
    if (/^(?:none|null|na)$/i.test(chunk)) return unreadable(`A number is missing ${place}: “${chunk}”.`, at);
    return unreadable(`“${chunk}” ${place} is not a number.`, at);
  }

  private match(pattern: RegExp): string | null {
    pattern.lastIndex = this.position;
    const found = pattern.exec(this.text)?.[0] ?? null;
    if (found !== null) this.position += found.length;
    return found;
  }

  private number(at: number, written: string): Token {
    const text = written.replace('−', '-');
    this.numbers += 1;
    if (this.numbers > PASTED_LIMITS.numbersInText) throw unreadable(`There are more than ${PASTED_LIMITS.numbersInText} numbers by character ${at + 1}: give a .npy file.`, at);
    if (!/[a-z]{3}/i.test(text)) return { kind: 'number', at, text, value: Number(text) };
    const size = /nan/i.test(text) ? NaN : Infinity;
    return { kind: 'number', at, text, value: text.startsWith('-') ? -size : size };
  }
}
