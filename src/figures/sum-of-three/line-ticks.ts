import { nextUp, ulpOf } from '../../numerics/float32';

/** A stretch of the number line. */
export interface LineWindow {
  readonly centre: number;
  readonly half: number;
}

export interface LineTick {
  readonly value: number;
  /** A power of two, where the step between the float32 numbers changes. */
  readonly power: boolean;
}

export interface LineTicks {
  readonly ticks: readonly LineTick[];
  /** Distance between ticks if they are thinned; 0 if every float32 in sight has one. */
  readonly stride: number;
}

/** How far from the centre, as a share of `half`, a number may get before the window follows it. */
const IN_SIGHT = 0.86;

/** The window around a value. Zoom n shows 2ⁿ float32 numbers on either side, if all are as dense as at the centre. */
export function windowRound(value: number, zoom: number): LineWindow {
  return { centre: value, half: 2 ** zoom * ulpOf(value) };
}

/** The same window, or one around the value if that is out of sight or the zoom has changed. */
export function keptInSight(window: LineWindow, value: number, zoom: number): LineWindow {
  if (!Number.isFinite(value)) return window;
  const wanted = windowRound(value, zoom);
  const near = Math.abs(value - window.centre) <= IN_SIGHT * window.half;
  // A factor of two is no reason to move: at a power of two, the ulp doubles.
  const ratio = window.half / wanted.half;
  return near && ratio >= 0.5 && ratio <= 2 ? window : wanted;
}

/**
 * The float32 numbers in a window as ticks, thinned to multiples of a power of two if they would be closer than
 * `leastGap`. `width` and `leastGap` are in pixels.
 */
export function lineTicks({ centre, half }: LineWindow, width: number, leastGap: number): LineTicks {
  if (!(half > 0) || width <= 0) return { ticks: [], stride: 0 };
  const sparse = 2 ** Math.ceil(Math.log2((2 * half * leastGap) / width));
  const finest = ulpOf(Math.max(0, Math.abs(centre) - half));
  const stride = sparse > finest ? sparse : 0;
  const ticks: LineTick[] = [];
  const to = centre + half;
  let value = stride > 0 ? Math.fround(Math.ceil((centre - half) / stride) * stride) : roundedUp(centre - half);
  while (value <= to && Number.isFinite(value)) {
    const size = Math.abs(value);
    ticks.push({ value, power: size > 0 && Math.log2(size) % 1 === 0 });
    const next = Math.fround(value + stride);
    value = next > value ? next : nextUp(value);
  }
  return { ticks, stride };
}

/** The least float32 that is not below a double. */
function roundedUp(value: number): number {
  const nearest = Math.fround(value);
  return nearest >= value ? nearest : nextUp(nearest);
}

/** The float32 at the tick nearest to a place on the line; never −0. */
export function snapped(value: number, stride: number): number {
  const place = stride > 0 ? Math.round(value / stride) * stride : value;
  const single = Math.fround(place);
  return single === 0 ? 0 : single;
}
