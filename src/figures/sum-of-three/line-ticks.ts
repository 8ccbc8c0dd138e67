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
  /** Distance between ticks where they are thinned; 0 where every float32 in sight has one. */
  readonly stride: number;
}

/** How near the edge, as a share of the window, a number may come before the window follows it. */
const IN_SIGHT = 0.86;

/** Zoom n shows 2ⁿ float32 numbers on either side, as far as they are as dense as at the centre. */
export function windowRound(value: number, zoom: number): LineWindow {
  return { centre: value, half: 2 ** zoom * ulpOf(value) };
}

/** The window, or one round the value where it is out of sight or the zoom is another. */
export function keptInSight(window: LineWindow, value: number, zoom: number): LineWindow {
  if (!Number.isFinite(value)) return window;
  const wanted = windowRound(value, zoom);
  const near = Math.abs(value - window.centre) <= IN_SIGHT * window.half;
  // One step of the exponent is no reason to move: at a power of two the ulp doubles.
  const ratio = window.half / wanted.half;
  return near && ratio >= 0.5 && ratio <= 2 ? window : wanted;
}

/** The float32 numbers of a window as ticks, thinned to multiples of a power of two where they would touch. */
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

/** The least float32 from a double on. */
function roundedUp(value: number): number {
  const nearest = Math.fround(value);
  return nearest >= value ? nearest : nextUp(nearest);
}

/** The float32 that a place on the line means: the nearest tick. */
export function snapped(value: number, stride: number): number {
  const place = stride > 0 ? Math.round(value / stride) * stride : value;
  const single = Math.fround(place);
  return single === 0 ? 0 : single;
}
