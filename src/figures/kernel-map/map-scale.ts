import type { OrderMark } from '../../charts/order-mark';
import type { KernelMap, MapRow, MapSpan } from './map-rows';

/** The map's axis: an equal step for each recorded batch size, so that neighbours such as 16 and 17 can be told apart. */
export interface MapScale {
  /** Where a recorded batch size begins, as a share of the axis. */
  readonly at: (batch: number) => number;
  /** Where what was recorded at it ends: at the next size if no number lies between them. */
  readonly sureTo: (batch: number) => number;
  readonly batches: readonly number[];
}

/** The recorded part of a step that leads to a batch size further on. */
const SURE = 0.55;

export function mapScale({ batches }: Pick<KernelMap, 'batches'>): MapScale {
  const place = new Map(batches.map((batch, i) => [batch, i]));
  const share = (batch: number, more: number): number => (place.get(batch)! + more) / batches.length;
  return { batches, at: (batch) => share(batch, 0), sureTo: (batch) => share(batch, batch === batches.at(-1) || place.has(batch + 1) ? 1 : SURE) };
}

/** The batch sizes whose labels fit an axis of this length in pixels, without touching. */
export function labelledBatches({ batches, at }: MapScale, length: number, large = false): number[] {
  let free = 0;
  return batches.filter((batch) => {
    const from = length * at(batch);
    if (from < free) return false;
    free = from + labelWidth(String(batch), large) + 6;
    return true;
  });
}

/** Approximate width of digits, letters and signs at the size of marks, on a page or on a stage, in pixels, rather too large than too small. */
function labelWidth(text: string, large: boolean): number {
  return (large ? 1.25 : 1) * [...text].reduce((width, sign) => width + (sign === ' ' ? 4 : /[A-Z…]/.test(sign) ? 11 : 9), 0);
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
  readonly rowsDiffer: boolean;
  /** "N + M", cut where there is less room; "" if the orders are those of the span before. */
  readonly letters: string;
}

/** Least widths, in pixels, that can be seen, however many sizes were recorded. */
const LEAST_SURE = 4;
const LEAST_WIDTH = 6;

/**
 * @param length of the axis, in pixels; letters may go on beyond it for `margin`
 * @param large whether letters are those of a stage
 */
export function drawnSpans({ orders }: KernelMap, { spans }: MapRow, { at, sureTo }: MapScale, length: number, margin: number, large = false): DrawnSpan[] {
  return spans.map(({ batch, until, next, parts, opens, rowsDiffer }, i) => {
    const from = length * at(batch);
    const marked = parts.map(({ key, share }) => ({ mark: orders.get(key)!.mark, share }));
    const following = spans.slice(i + 1).find((span) => span.opens);
    const room = (following === undefined ? length + margin : length * at(following.batch)) - from;
    return {
      from,
      width: Math.max(LEAST_WIDTH, length * (until === null ? sureTo(batch) : at(until)) - from),
      sure: Math.max(LEAST_SURE, length * sureTo(batch) - from),
      next,
      parts: marked,
      rowsDiffer,
      letters: opens ? lettersIn(marked.map(({ mark }) => mark.letter), room, large) : '',
    };
  });
}

function lettersIn(letters: readonly string[], room: number, large: boolean): string {
  const [first = '', ...more] = letters;
  const forms = [letters.join(' + '), letters.join('+'), ...(more.length === 0 ? [] : [`${first}…`])];
  return forms.find((form) => labelWidth(form, large) + 3 <= room) ?? '';
}

export const KEY_WIDTH = 28;

/** The key to what solid, pale, hatched and dotted mean: spans in grey, of no order in particular. */
export const MAP_KEY = (
  [
    { text: 'recorded', sure: KEY_WIDTH, next: null, rowsDiffer: false },
    { text: 'the same on both sides', sure: 0, next: 'same', rowsDiffer: false },
    { text: 'changes in between', sure: 0, next: 'other', rowsDiffer: false },
    { text: 'rows of one call differ', sure: KEY_WIDTH, next: null, rowsDiffer: true },
  ] as const
).map((span) => ({ ...span, width: KEY_WIDTH, parts: [{ mark: { colour: 'var(--ink-quiet)', ink: 'var(--paper)', letter: '', repeated: false }, share: 1 }] }));
