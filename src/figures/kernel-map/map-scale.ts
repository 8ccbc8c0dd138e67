import type { OrderMark } from '../../charts/order-mark';
import type { KernelMap, MapSpan } from './map-rows';

/** The map's logarithmic axis of batch sizes. */
export interface MapScale {
  /** Where a batch size begins, as a share of the axis; it ends where the next whole number begins. */
  readonly at: (batch: number) => number;
  /** Powers of two. */
  readonly ticks: readonly number[];
}

export function mapScale({ largest }: KernelMap): MapScale {
  const end = Math.log2(largest + 1);
  return { at: (batch) => Math.log2(batch) / end, ticks: Array.from({ length: Math.floor(Math.log2(largest)) + 1 }, (_, power) => 2 ** power) };
}

/** A span as drawn. */
export interface DrawnSpan {
  /** In pixels along the axis. */
  readonly from: number;
  readonly width: number;
  /** The part of `width` that was recorded. */
  readonly sure: number;
  readonly next: MapSpan['next'];
  readonly parts: readonly { readonly mark: OrderMark; readonly share: number }[];
  /** "N + M"; "" if the orders are those of the span before. */
  readonly letters: string;
}

/** Least widths, in pixels, that can be seen. The last span needs one most: the axis ends with its batch size. */
const LEAST_SURE = 9;
const LEAST_WIDTH = 12;

/** @param length of the axis, in pixels */
export function drawnSpan({ orders }: KernelMap, { batch, until, next, parts, opens }: MapSpan, { at }: MapScale, length: number): DrawnSpan {
  const from = length * at(batch);
  const marked = parts.map(({ key, share }) => ({ mark: orders.get(key)!.mark, share }));
  return {
    from,
    width: Math.max(LEAST_WIDTH, length * at(until ?? batch + 1) - from),
    sure: Math.max(LEAST_SURE, length * at(batch + 1) - from),
    next,
    parts: marked,
    letters: opens ? marked.map(({ mark }) => mark.letter).join(' + ') : '',
  };
}

export const KEY_WIDTH = 28;

/** The key to what solid, pale and hatched mean: spans in grey, of no order in particular. */
export const MAP_KEY = (
  [
    { text: 'recorded', sure: KEY_WIDTH, next: null },
    { text: 'between two sizes with the same order', sure: 0, next: 'same' },
    { text: 'the order changes somewhere in here', sure: 0, next: 'other' },
  ] as const
).map((span) => ({ ...span, width: KEY_WIDTH, parts: [{ mark: { colour: 'var(--ink-quiet)', ink: 'var(--paper)', letter: '', repeated: false }, share: 1 }] }));
