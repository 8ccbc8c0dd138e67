import type { ParseError, Result } from '../lib/result';
import { fail, ok } from '../lib/result';
import { formatCount, plural } from '../lib/words';
import type { PastedArray } from './pasted-array';

/** Which numbers of two printouts belong together. */
export interface Alignment {
  /** Places in the first and in the second; null if all are in the same order. */
  readonly places: readonly [Int32Array, Int32Array] | null;
  /** If only some are compared: how many there are in full (if known), and a sentence. */
  readonly part: { readonly of: number | null; readonly sentence: string } | null;
}

interface Axis {
  readonly length: number;
  readonly head: number | null;
}

/**
 * Aligns two shortened printouts by the places that both show, counted from the front before the “...” and from the back
 * after it. One row is compared with the first of several. Lengths of 1 don't count.
 */
export function alignPlaces(first: PastedArray, second: PastedArray): Result<Alignment, ParseError> {
  const [m, n] = [first.values.length, second.values.length];
  const [a, b] = [axesOf(first), axesOf(second)];
  const isCut = first.cut !== undefined || second.cut !== undefined;
  if (a === null || b === null) return m === n ? ok({ places: null, part: null }) : fail({ message: `The first has ${plural(m, 'number')}, the second ${formatCount(n)}: paste the same outputs of both.` });
  while (a.length < b.length) a.unshift({ length: 1, head: null });
  while (b.length < a.length) b.unshift({ length: 1, head: null });
  if (!isCut && a.every(({ length }, axis) => length === b[axis]!.length)) return ok({ places: null, part: null });
  const last = a.length - 1;
  const paired = a.map((axis, i) => pairAxis(axis, b[i]!, i === last, sameLength(first, second, a.length - i)));
  if (last < 0 || paired.some((pairs) => pairs === null || pairs.length === 0)) {
    return fail({ message: `The first has the shape ${shapeText(first.shape ?? [])}, the second ${shapeText(second.shape ?? [])}: paste the same rows of both.` });
  }
  const pairs = paired as (readonly (readonly [number, number])[])[];
  const places = [0, 1].map((side) => flatPlaces(pairs.map((axis) => axis.map((pair) => pair[side]!)), side === 0 ? a : b)) as [Int32Array, Int32Array];
  return ok({ places, part: { of: wholeOf(first, second), sentence: partSentence(first, second, places[0].length, isCut) } });
}

/** Lengths other than 1; null if only the count is known. */
function axesOf({ shape, cut }: PastedArray): Axis[] | null {
  return shape && shape.map((length, i) => ({ length, head: cut?.heads[i] ?? null })).filter(({ length, head }) => length !== 1 || head !== null);
}

/** Whether two shortened lengths may be equal in full; `back` counts from the last one. */
function sameLength(first: PastedArray, second: PastedArray, back: number): boolean {
  const [m, n] = [first, second].map(({ shape, cut }) => (cut === undefined ? shape : cut.of)?.at(-back));
  return m === undefined || n === undefined || m === n;
}

function pairAxis(a: Axis, b: Axis, isLast: boolean, fromBack: boolean): (readonly [number, number])[] | null {
  const pairs: [number, number][] = [];
  if (a.head === null && b.head === null) {
    if (isLast && a.length !== b.length) return null;
    for (let i = 0; i < Math.min(a.length, b.length); i++) pairs.push([i, i]);
    return pairs;
  }
  const front = Math.min(a.head ?? a.length, b.head ?? b.length);
  const back = fromBack ? Math.min(a.length - (a.head ?? front), b.length - (b.head ?? front)) : 0;
  for (let i = 0; i < front; i++) pairs.push([i, i]);
  for (let i = back; i > 0; i--) pairs.push([a.length - i, b.length - i]);
  return pairs;
}

/** Row-major places of a grid of indices. */
function flatPlaces(indices: readonly (readonly number[])[], axes: readonly Axis[]): Int32Array {
  let places = [0];
  indices.forEach((axis, i) => {
    places = places.flatMap((place) => axis.map((index) => place * axes[i]!.length + index));
  });
  return Int32Array.from(places);
}

function wholeOf(first: PastedArray, second: PastedArray): number | null {
  const sizes = [first, second].flatMap(({ shape, cut }) => (cut === undefined ? (shape ?? []) : cut.of) ? [((cut === undefined ? shape : cut.of) ?? []).reduce((product, length) => product * length, 1)] : []);
  return sizes.length === 0 ? null : Math.min(...sizes);
}

function partSentence(first: PastedArray, second: PastedArray, count: number, isCut: boolean): string {
  const of = wholeOf(first, second);
  if (isCut) return `Compared are the ${plural(count, 'number')} that both printouts show${of === null ? '' : ` of ${formatCount(of)}`}.`;
  return `Compared are the first rows of both, ${plural(count, 'number')}: the one has the shape ${shapeText(first.shape ?? [])}, the other ${shapeText(second.shape ?? [])}.`;
}

export function shapeText(shape: readonly number[]): string {
  return shape.length === 0 ? 'of a single number' : shape.length === 1 ? `(${shape[0]})` : shape.join(' × ');
}
