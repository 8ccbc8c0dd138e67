import type { ParseError } from '../lib/result';

export interface NumberToken {
  readonly kind: 'number';
  readonly at: number;
  readonly text: string;
  readonly value: number;
}

/** `gap`: the “...” of a shortened printout. `line`: a line end. `other`: a run of anything else. */
export type Token = NumberToken | { readonly kind: 'word' | 'string' | 'sign' | 'gap' | 'line' | 'other' | 'end'; readonly at: number; readonly text: string };

/** Bounded, so that a megabyte of digits before a letter causes no quadratic search. A full stop may end a sentence. */
const NUMBER = /[+\-−]?(?:(?:\d{1,400}(?:\.\d{0,1100})?|\.\d{1,1100})(?:[eE][+-]?\d{1,20})?|nan|inf(?:inity)?)(?![\w/%:+\-−]|\.[\w.])/iy;
const WORD = /[A-Za-z_][\w.]*(?:['’][a-z]{1,3}(?!\w))?/y;
const STRING = /"[^"\n]{0,200}"|'[^'\n]{0,200}'/y;
const GAP = /(?:\.\.\.|…)(?![\w.])/y;
/** The “± 1e-07” after the value that pytest's approx expects. */
const MARGIN = /±\s{0,9}[\d.e+-]{1,30}/y;
const SIGNS = ',;|()[]{}=:<>*';
const RUN = /[^\s,;|()[\]{}=:<>*"]+/y;
const CHUNK = /[^\s,;|()[\]{}]{1,24}/y;

/** Tokenizes any text: numbers, words, and the signs between them. */
export class TextReader {
  private position = 0;

  constructor(readonly text: string) {}

  next(): Token {
    const { text } = this;
    for (; this.position < text.length; this.position++) {
      const code = text.charCodeAt(this.position);
      if (code === 0xb1 && this.match(MARGIN) !== null) this.position -= 1;
      else if (code !== 0x20 && code !== 0x09 && code !== 0x0d && code !== 0xa0 && code !== 0xfeff) break;
    }
    const at = this.position;
    if (at >= text.length) return { kind: 'end', at, text: '' };
    const first = text[at]!;
    if (first === '\n') return this.take('line', at, first);
    if ((first === '=' || first === '!') && text[at + 1] === '=') return this.take('sign', at, `${first}=`);
    if (SIGNS.includes(first)) return this.take('sign', at, first);
    const written = this.match(NUMBER);
    if (written !== null) return numberToken(at, written);
    for (const [kind, pattern] of [['word', WORD], ['string', STRING], ['gap', GAP], ['other', RUN]] as const) {
      const found = this.match(pattern);
      if (found !== null) return { kind, at, text: found };
    }
    return this.take('other', at, first);
  }

  private take(kind: 'line' | 'sign' | 'other', at: number, text: string): Token {
    this.position = at + text.length;
    return { kind, at, text };
  }

  private match(pattern: RegExp): string | null {
    pattern.lastIndex = this.position;
    if (!pattern.test(this.text)) return null;
    const found = this.text.slice(this.position, pattern.lastIndex);
    this.position = pattern.lastIndex;
    return found;
  }
}

function numberToken(at: number, written: string): NumberToken {
  const text = written.charCodeAt(0) === 0x2212 ? `-${written.slice(1)}` : written;
  const value = Number(text);
  if (!Number.isNaN(value)) return { kind: 'number', at, text, value };
  // Spelled as in Python.
  const size = /nan/i.test(text) ? NaN : Infinity;
  return { kind: 'number', at, text, value: text.startsWith('-') ? -size : size };
}

/** Why the text at `at` can't be a number of a list. */
export function notANumber(text: string, at: number): ParseError {
  CHUNK.lastIndex = at;
  const chunk = CHUNK.exec(text)?.[0] ?? text[at] ?? '';
  const place = `at character ${at + 1}`;
  if (chunk.startsWith('<')) return { message: `This looks like markup, not like numbers, ${place}.`, position: at };
  const complex = /^[+-]?[\d.]{0,24}(?:e[+-]?\d{1,4})?(?=[+-]?[\d.]+(?:e[+-]?\d+)?j)/i.exec(chunk);
  if (complex) return { message: `A complex number stands ${place}; only real ones can be compared.`, position: at + complex[0].length };
  if (/^(?:true|false)$/i.test(chunk)) return { message: `“${chunk}” ${place} is a truth value, not a number.`, position: at };
  if (/^(?:none|null|na)$/i.test(chunk)) return { message: `A number is missing ${place}: “${chunk}”.`, position: at };
  return { message: `“${chunk}” ${place} is not a number.`, position: at };
}
