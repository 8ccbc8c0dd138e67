import { PASTED_LIMITS } from '../lib/limits';
import type { ParseError } from '../lib/result';
import { closeFrame } from './close-frame';
import type { Frame, Node } from './node';
import { closes, dtypeNamed, isArrayCall } from './node';
import type { NumberToken, Token } from './text-reader';
import { notANumber, TextReader } from './text-reader';

/** A top-level list or call, with its numbers. */
export interface Scanned {
  readonly node: Node;
  readonly numbers: readonly NumberToken[];
}

/** A token outside brackets; `value` marks the place of a scanned list or call. */
export type Loose = Token | { readonly kind: 'value'; readonly at: number; readonly text: string };

export interface Scan {
  readonly values: Scanned[];
  readonly loose: Loose[];
  /** Lists that can't be read. */
  readonly problems: ParseError[];
  /** Lists of truth values. */
  readonly truths: ParseError[];
  /** How many lists and calls were dropped. */
  more: number;
}

/** Deeper than what is read, so that a stray bracket in prose does not hide the arrays inside it. */
const DEEPEST = 4 * PASTED_LIMITS.depth;

/** Finds every array in a text, whatever surrounds it, in one pass with a stack of open brackets. Linear. */
export function scanValues(text: string): Scan {
  return new Scanner(text).run();
}

class Scanner {
  private readonly scan: Scan = { values: [], loose: [], problems: [], truths: [], more: 0 };
  private readonly stack: Frame[] = [];
  private readonly numbers: NumberToken[] = [];
  private shapeAhead: readonly number[] | null = null;

  constructor(private readonly text: string) {}

  run(): Scan {
    const reader = new TextReader(this.text);
    let [before, last]: [Token | null, Token | null] = [null, null];
    for (let token = reader.next(); token.kind !== 'end'; token = reader.next()) {
      if (token.kind === 'sign' && '([{'.includes(token.text)) this.open(token, last, before);
      else if (token.kind === 'sign' && ')]}'.includes(token.text)) this.close(token);
      else if (this.stack.length === 0) this.outside(token);
      else this.inside(this.stack.at(-1)!, token, last);
      [before, last] = [last, token];
    }
    while (this.stack.length > 0) this.abandon();
    return this.scan;
  }

  private outside(token: Token): void {
    if (token.kind === 'word' && /^(?:True|False)$/.test(token.text)) this.scan.truths.push(notANumber(this.text, token.at));
    this.scan.loose.push(token);
  }

  private open(token: Token, last: Token | null, before: Token | null): void {
    const isCalled = last !== null && last.at + last.text.length === token.at && (last.kind === 'word' || last.text === ')' || last.text === ']' || last.kind === 'string');
    const name = isCalled && last?.kind === 'word' ? last.text : '';
    const isArray = token.text === '(' && isArrayCall(name);
    const parent = this.stack.at(-1);
    if (this.stack.length === 0 && name !== '') this.scan.loose.pop();
    const isShape = last?.kind === 'sign' && (last.text === '=' || last.text === ':') && before?.kind === 'word' && /^(?:shape|size)$/i.test(before.text) && parent === undefined;
    this.stack.push({
      open: token.text as Frame['open'],
      call: isArray ? 'array' : isCalled ? 'other' : 'none',
      name: isShape ? 'shape' : name,
      at: isCalled && name !== '' ? last!.at : token.at,
      bracketAt: token.at,
      from: this.numbers.length,
      children: [],
      numbers: 0,
      head: null,
      key: '',
      isArgument: false,
      dtype: /^(?:.*\.)?b?float\d|half$|double$/.test(name) ? dtypeNamed(name) : null,
      scalars: '',
      of: null,
      scale: '',
      sawComma: true,
      truths: 0,
      isMeant: false,
      bad: null,
    });
    if (this.stack.length > DEEPEST) {
      this.scan.problems.push({ message: `More than ${PASTED_LIMITS.depth} brackets are nested at character ${token.at + 1}.`, position: token.at });
      this.stack.length = 0;
      this.numbers.length = 0;
    }
  }

  private inside(frame: Frame, token: Token, last: Token | null): void {
    if (token.kind === 'line') this.lineEnd(last);
    else if (token.kind === 'number') this.number(frame, token);
    else if (token.text === ',' || token.text === ';') this.comma(frame, token);
    else if (frame.open === '{') {
      if (token.kind === 'string' || (token.kind === 'word' && this.text[token.at + token.text.length] !== '(')) frame.key = token.text.replace(/^["']|["']$/g, '');
    } else if (frame.call === 'other' || frame.isArgument) {
      if (frame.isArgument && frame.key === 'dtype') frame.dtype = dtypeNamed(token.text) ?? frame.dtype;
      if (frame.isArgument && frame.key === 'dtype' && /complex|bool/.test(token.text)) frame.bad ??= { message: `Numbers of the type ${token.text} can’t be compared, at character ${token.at + 1}.`, position: token.at };
    } else if (frame.call === 'array') this.argument(frame, token);
    else if (token.kind === 'gap' && frame.head === null) {
      frame.head = frame.numbers + frame.children.length;
      frame.sawComma = false;
    } else if (token.text !== '|' && !(token.kind === 'word' && this.text[token.at + token.text.length] === '(')) {
      if (/^(?:true|false)$/i.test(token.text)) {
        frame.truths += 1;
        frame.sawComma = false;
      }
      frame.isMeant ||= /^[-+]?\d.*j$/i.test(token.text);
      frame.bad ??= notANumber(this.text, token.at);
    }
  }

  /** Handles what `tensor(…)` contains besides its numbers. */
  private argument(frame: Frame, token: Token): void {
    const hasFirst = frame.numbers + frame.children.length > 0;
    if (token.kind === 'word') {
      frame.key = token.text;
      if (hasFirst) frame.dtype = dtypeNamed(token.text) ?? frame.dtype;
      else if (/^(?:true|false)$/i.test(token.text)) {
        frame.truths += 1;
        frame.bad ??= notANumber(this.text, token.at);
      }
    } else if (token.text === '=') frame.isArgument = true;
    else if (token.text === '*' && frame.numbers === 1 && frame.children.length === 0) {
      const power = /^1\.?0*(e[+-]?\d{1,3})$/i.exec(this.numbers.at(-1)!.text)?.[1];
      if (power === undefined) return;
      frame.scale = power;
      frame.numbers = 0;
      this.numbers.pop();
    } else if (!hasFirst) frame.bad ??= notANumber(this.text, token.at);
  }

  private number(frame: Frame, token: NumberToken): void {
    if (frame.call === 'other' || frame.isArgument) return;
    if (frame.open === '{') {
      this.numbers.push(token);
      const from = this.numbers.length - 1;
      frame.children.push({ kind: 'call', name: '', at: token.at, end: token.at + token.text.length, from, to: from + 1, shape: [], heads: [], of: null, dtype: null, scale: '', key: frame.key });
      return;
    }
    if (frame.call === 'array' && frame.numbers + frame.children.length > 0) return;
    if (frame.call === 'none' && frame.open === '[' && frame.children.length > 0) frame.bad ??= { message: `Numbers and lists stand side by side at character ${token.at + 1}.`, position: token.at };
    this.numbers.push(token);
    frame.numbers += 1;
    frame.sawComma = false;
  }

  private comma(frame: Frame, token: Token): void {
    if (frame.call === 'none' && frame.open !== '{' && frame.sawComma) {
      frame.bad ??= { message: `A number is missing before the ${token.text === ',' ? 'comma' : 'semicolon'} at character ${token.at + 1}.`, position: token.at };
    }
    frame.sawComma = true;
    frame.isArgument = false;
    frame.key = '';
  }

  /** Closes a bracket left open: in prose at the end of the line, in a broken list at the end of the paragraph. */
  private lineEnd(last: Token | null): void {
    for (let top = this.stack.at(-1); top !== undefined; top = this.stack.at(-1)) {
      const isProse = top.bad !== null && top.call !== 'array' && this.numbers.length === top.from;
      if (!isProse && !(last?.kind === 'line' && (top.bad !== null || top.call === 'other'))) return;
      this.abandon();
    }
  }

  private close(token: Token): void {
    let depth = this.stack.length - 1;
    while (depth >= 0 && !closes(this.stack[depth]!, token.text)) depth -= 1;
    if (depth < 0) return;
    while (this.stack.length > depth + 1) this.abandon();
    this.pop(token.at + 1);
  }

  private abandon(): void {
    const frame = this.stack.at(-1)!;
    if (frame.call !== 'other' && frame.open !== '{') frame.bad ??= { message: `The bracket at character ${frame.bracketAt + 1} is never closed: is the end of the printout missing?`, position: frame.bracketAt };
    this.pop(this.text.length);
  }

  private pop(end: number): void {
    const frame = this.stack.pop()!;
    const { node, apart, problem } = closeFrame(frame, end, this.numbers.length);
    const parent = this.stack.at(-1);
    if (problem !== null) {
      const list = frame.truths > 0 ? this.scan.truths : this.scan.problems;
      // A bracket in a sentence is not a broken list.
      const isProse = frame.open === '(' && frame.call === 'none' && parent === undefined;
      if (!isProse && list.at(-1) !== problem) list.push(problem);
      if (parent !== undefined && parent.call !== 'other' && parent.open !== '{') {
        parent.bad ??= problem;
        parent.truths += frame.truths;
      }
    }
    const nodes = node === null ? apart : [node];
    if (nodes.length === 0) this.numbers.length = frame.from;
    // [f(x), 0.5]
    if (nodes.length === 0 && frame.call === 'other' && parent?.call === 'none' && parent.open !== '{') parent.bad ??= notANumber(this.text, frame.at);
    if (frame.name === 'shape' || /Size$/.test(frame.name)) this.shape(frame, nodes);
    else if (parent !== undefined) for (const one of nodes) this.attach(parent, one);
    else this.emit(nodes, frame.at);
    if (parent === undefined) this.numbers.length = 0;
  }

  /** Handles `shape=(2, 3)` before an array, or `torch.Size([2, 3])` after it. */
  private shape(frame: Frame, nodes: readonly Node[]): void {
    const lengths = nodes.flatMap(({ from, to }) => this.numbers.slice(from, to).map(({ value }) => value));
    this.numbers.length = frame.from;
    if (lengths.length === 0 || !lengths.every((length) => Number.isInteger(length) && length >= 0)) return;
    const last = this.scan.values.at(-1);
    if (frame.name === 'shape') this.shapeAhead = lengths;
    else if (last !== undefined && last.node.of === null) this.scan.values[this.scan.values.length - 1] = { ...last, node: { ...last.node, of: lengths } };
  }

  private attach(parent: Frame, node: Node): void {
    if (parent.isArgument) {
      if (/^(?:shape|size)$/.test(parent.key)) parent.of = this.numbers.slice(node.from, node.to).map(({ value }) => value);
      this.drop(node);
    } else if (parent.call === 'array' && parent.numbers + parent.children.length > 0) this.drop(node);
    else if (node.shape.length === 0 && parent.call !== 'other' && parent.open !== '{') {
      if (parent.open === '[' && parent.children.length > 0) parent.bad ??= { message: `Numbers and lists stand side by side at character ${node.at + 1}.`, position: node.at };
      parent.numbers += 1;
      parent.sawComma = false;
      parent.dtype ??= node.dtype;
      parent.scalars = node.name;
    } else {
      if (parent.call === 'none' && parent.open === '[' && parent.numbers > 0) parent.bad ??= { message: `Numbers and lists stand side by side at character ${node.at + 1}.`, position: node.at };
      parent.children.push(parent.key === '' ? node : { ...node, key: parent.key });
      parent.sawComma = false;
    }
  }

  /** Drops a node's numbers; those of earlier nodes may already be gone. */
  private drop({ from }: Node): void {
    this.numbers.length = Math.min(this.numbers.length, from);
  }

  private emit(all: readonly Node[], at: number): void {
    // (303) in a sentence.
    const nodes = all.filter(({ kind, shape }) => kind !== 'tuple' || shape.length > 0);
    for (const node of nodes) {
      if (this.scan.values.length >= PASTED_LIMITS.found) {
        this.scan.more += 1;
        continue;
      }
      const of = node.of ?? this.shapeAhead;
      this.scan.values.push({ node: { ...node, of }, numbers: this.numbers.slice(node.from, node.to) });
      this.shapeAhead = null;
    }
    this.scan.loose.push(nodes.length > 0 ? { kind: 'value', at, text: '' } : { kind: 'word', at, text: '()' });
  }
}
