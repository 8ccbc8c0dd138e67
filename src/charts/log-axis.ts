/** A logarithmic axis from `from` to `to` over `length` pixels. */
export interface LogAxis {
  readonly from: number;
  readonly to: number;
  readonly length: number;
}

/** Pixels from the start of the axis; `value` must be above 0. */
export function logPlace(axis: LogAxis, value: number): number {
  return (axis.length * Math.log(value / axis.from)) / Math.log(axis.to / axis.from);
}

/** A linear axis of whole numbers: layers, steps. */
interface EvenAxis extends LogAxis {
  readonly even: true;
}

export type Axis = LogAxis | EvenAxis;

/** Pixels from the start of either axis. */
export function axisPlace(axis: Axis, value: number): number {
  return 'even' in axis ? (axis.length * (value - axis.from)) / (axis.to - axis.from) : logPlace(axis, value);
}

/** The value at a fraction of the axis, 0 to 1. */
export function axisValue(axis: Axis, share: number): number {
  return 'even' in axis ? axis.from + share * (axis.to - axis.from) : axis.from * (axis.to / axis.from) ** share;
}

/** Ticks of an even axis, at least `spacing` pixels apart: the first whole number, and multiples of 1, 2, 5, 10, … */
export function wholeTicks(axis: EvenAxis, spacing: number): number[] {
  const perUnit = axis.length / (axis.to - axis.from);
  const step = [1, 2, 5, 10, 20, 50, 100].find((size) => size * perUnit >= spacing) ?? 1000;
  const ticks: number[] = [];
  for (let tick = Math.ceil(axis.from / step) * step; tick <= axis.to; tick += step) ticks.push(tick);
  return ticks[0] === axis.from ? ticks : [axis.from, ...ticks.filter((tick) => (tick - axis.from) * perUnit >= spacing)];
}

/** Powers of `base` on the axis: all of them, or every second, fourth, eighth …, so that they are at least `spacing` pixels apart. */
export function powerTicks(axis: LogAxis, base: number, spacing: number): number[] {
  const scale = Math.log(base);
  const first = Math.ceil(Math.log(axis.from) / scale - 1e-9);
  const last = Math.floor(Math.log(axis.to) / scale + 1e-9);
  const perPower = (axis.length * scale) / Math.log(axis.to / axis.from);
  let step = 1;
  while (step * perPower < spacing && step < last - first) step *= 2;
  const powers: number[] = [];
  for (let power = Math.ceil(first / step) * step; power <= last; power += step) powers.push(power);
  return powers;
}

/** The range of the positive finite values, widened to powers of `base`; a single power if there are none. */
export function logExtent(values: Iterable<number>, base: number): readonly [number, number] {
  let least = Infinity;
  let most = 0;
  for (const value of values) {
    if (!(value > 0) || value === Infinity) continue;
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  if (most === 0) return [1, base];
  const scale = Math.log(base);
  const from = Math.floor(Math.log(least) / scale + 1e-9);
  const to = Math.ceil(Math.log(most) / scale - 1e-9);
  return [base ** from, base ** Math.max(to, from + 1)];
}
