/** A logarithmic axis from `from` to `to` over `length` pixels. */
export interface LogAxis {
  readonly from: number;
  readonly to: number;
  readonly length: number;
}

/** Pixels from the start of the axis; the caller keeps values above 0. */
export function logPlace(axis: LogAxis, value: number): number {
  return (axis.length * Math.log(value / axis.from)) / Math.log(axis.to / axis.from);
}

/** Whole powers of `base` on the axis, every one, or every second, fourth, eighth … so that they stand `spacing` pixels apart. */
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

/** The extent of the positive finite values, widened to whole powers of `base`; one power where there are none. */
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

const SUPERIORS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** 2¹⁰, 10⁻⁷ */
export function powerText(base: number, power: number): string {
  const digits = [...String(Math.abs(power))].map((digit) => SUPERIORS[Number(digit)]).join('');
  return `${base}${power < 0 ? '⁻' : ''}${digits}`;
}
