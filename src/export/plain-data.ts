import { hexOf } from '../numerics/hex-of';

/**
 * A value as JSON carries it. An array of float32 becomes its numbers, each in the fewest digits that mean its double,
 * with the bits of each in hexadecimal: that is what has to be compared. What JSON has no number for is text.
 */
export function plainData(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0) ? value : Object.is(value, -0) ? '-0' : String(value);
  if (value instanceof Float32Array) return { float32: Array.from(value, plainData), bits: Array.from(value, (one) => hexOf(one, false)) };
  if (value instanceof Float64Array) return { float64: Array.from(value, plainData) };
  if (ArrayBuffer.isView(value)) return Array.from(value as Uint32Array);
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, one]) => [String(key), plainData(one)]));
  if (Array.isArray(value)) return value.map(plainData);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).flatMap(([key, one]) => (typeof one === 'function' || one === undefined ? [] : [[key, plainData(one)]])));
  }
  return value;
}
