import type { Dtype } from '../numerics/dtypes';
import type { PastedArray } from './pasted-array';
import { PASTED_LIMITS } from './pasted-array';
import { DigitCount } from './printed-digits';
import type { TextReader, Token } from './text-reader';
import { unreadable } from './text-reader';

interface Level {
  readonly at: number;
  readonly close: ']' | ')';
  items: number;
  /** Shape of each of its lists; null while it holds numbers or nothing. */
  inner: readonly number[] | null;
  sawComma: boolean;
}

const CLOSE = { '[': ']', '(': ')' } as const;

/** One array in brackets, with or without a name in front: `[[1, 2], [3, 4]]`, `tensor([…], dtype=…)`, `array(…)`, `np.float32(1.5)`. */
export function readBracketed(reader: TextReader): PastedArray {
  const first = reader.peek();
  if (first.kind === 'word') return readCall(reader);
  return readList(reader, false);
}

/** A name, its first argument, and what the others say about the type. `np.array(torch.tensor(…))` is as deep as it goes. */
function readCall(reader: TextReader, depth = 0): PastedArray {
  const name = reader.next();
  if (depth > 2) throw reader.notANumber(name.at);
  const open = reader.next();
  if (open.text !== '(') throw reader.notANumber(name.at);
  const isTensor = /tensor$/i.test(name.text);
  const inside = reader.peek();
  const array = inside.kind === 'number' ? readScalar(reader, isTensor) : inside.kind === 'word' ? readCall(reader, depth + 1) : readList(reader, isTensor);
  let dtype: Dtype | null = array.dtype ?? (isTensor ? 'float32' : /array$/.test(name.text) && !/^(jnp|jax|Array)/.test(name.text) ? 'float64' : null);
  for (let token = reader.next(); token.text !== ')'; token = reader.next()) {
    if (token.kind === 'end') throw unreadable(`The bracket at character ${open.at + 1} is never closed.`, open.at);
    if (token.text !== ',') throw unreadable(`A comma or “)” was expected at character ${token.at + 1}.`, token.at);
    const argument = reader.argument();
    if (/\b(?:complex|bool)/.test(argument)) throw unreadable(`Numbers of the type ${argument.trim().replace('dtype=', '')} can’t be compared, at character ${token.at + 1}.`, token.at);
    if (/\bdtype\b/.test(argument) || /^\s*(?:torch\.|np\.)?b?float\d/.test(argument)) dtype = dtypeNamed(argument);
  }
  return { ...array, dtype: dtype ?? dtypeNamed(name.text) };
}

/** The type that a text such as `dtype=torch.float16` names. */
function dtypeNamed(text: string): Dtype | null {
  const found = /bfloat16|float16|float32|float64|half|double/.exec(text)?.[0];
  return found === 'half' ? 'float16' : found === 'double' ? 'float64' : ((found as Dtype | undefined) ?? null);
}

function readScalar(reader: TextReader, padded: boolean): PastedArray {
  const token = reader.next();
  const digits = new DigitCount();
  if (token.kind === 'number' && Number.isFinite(token.value)) digits.see(token.text);
  return { values: Float64Array.of(token.kind === 'number' ? token.value : NaN), shape: [], dtype: null, digits: digits.result(padded) };
}

/** Nested lists, rectangular; separated by commas, blanks or both. No recursion over brackets. */
function readList(reader: TextReader, padded: boolean): PastedArray {
  const values: number[] = [];
  const digits = new DigitCount();
  const levels: Level[] = [];
  let shape: readonly number[] | null = null;
  let dtype: Dtype | null = null;
  while (shape === null) {
    const token = reader.next();
    const level = levels.at(-1);
    if (token.text === '[' || token.text === '(') {
      if (level) place(level, token, 'list');
      if (levels.length >= PASTED_LIMITS.depth) throw unreadable(`More than ${PASTED_LIMITS.depth} brackets are nested at character ${token.at + 1}.`, token.at);
      levels.push({ at: token.at, close: CLOSE[token.text], items: 0, inner: null, sawComma: true });
    } else if (level === undefined) throw unreadable(`A list in brackets was expected at character ${token.at + 1}.`, token.at);
    else if (token.kind === 'end') throw unreadable(`The bracket at character ${level.at + 1} is never closed: is the end of the printout missing?`, level.at);
    else if (token.kind === 'number') {
      place(level, token, 'number');
      values.push(token.value);
      if (Number.isFinite(token.value)) digits.see(token.text);
    } else if (token.text === ',') {
      if (level.sawComma) throw unreadable(`A number is missing before the comma at character ${token.at + 1}.`, token.at);
      level.sawComma = true;
    } else if (token.text === level.close) {
      levels.pop();
      const closed: readonly number[] = level.inner === null ? [level.items] : [level.items, ...level.inner];
      const outer = levels.at(-1);
      if (outer === undefined) shape = closed;
      else if (outer.inner === null) outer.inner = closed;
      else if (outer.inner.join() !== closed.join()) {
        throw unreadable(`The rows are not equally long: at character ${level.at + 1} begins one of ${closed.join(' × ')}, those before have ${outer.inner.join(' × ')}.`, level.at);
      }
    } else if (token.kind === 'word' && reader.peek().text === '(') {
      const { value, text } = scalarCall(reader, token);
      dtype ??= dtypeNamed(token.text);
      place(level, token, 'number');
      values.push(value);
      if (Number.isFinite(value)) digits.see(text);
    } else throw reader.notANumber(token.at);
  }
  return { values: Float64Array.from(values), shape, dtype, digits: digits.result(padded) };
}

function place(level: Level, token: Token, what: 'number' | 'list'): void {
  if ((what === 'number' && level.inner !== null) || (what === 'list' && level.inner === null && level.items > 0)) {
    throw unreadable(`Numbers and lists stand side by side at character ${token.at + 1}.`, token.at);
  }
  level.items += 1;
  level.sawComma = false;
}

/** `np.float32(0.1)`, `tensor(0.1)` inside of a list. */
function scalarCall(reader: TextReader, name: Token): { value: number; text: string } {
  reader.next();
  const number = reader.next();
  if (number.kind !== 'number') throw reader.notANumber(number.kind === 'end' ? name.at : number.at);
  while (reader.peek().text === ',') {
    reader.next();
    reader.argument();
  }
  const close = reader.next();
  if (close.text !== ')') throw unreadable(`“)” was expected at character ${close.at + 1}.`, close.at);
  return number;
}
