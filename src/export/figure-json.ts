import { version } from '../../package.json';
import type { MethodSpec } from '../experiments/method-spec';
import { hexOf } from '../numerics/hex-of';
import { printOrder } from '../orders/print-order';
import type { Recording } from '../recordings/recording';
import { partSettings } from '../share/figure-settings';
import type { Results } from '../store/results';
import { provenance } from './source-text';
import type { ShownPart } from './shown-part';
import type { ReadTable } from './tables/read-tables';

/**
 * A part of the page as data: its settings, where its orders come from, what was computed, and its tables, with all
 * digits.
 *
 * @param savedAt ISO date and time of the reader's click
 */
export function figureJson({ part, title, address, values, numbers }: ShownPart, tables: readonly ReadTable[], savedAt: string): string {
  const { results, dot, own, recordings } = numbers;
  const settings = Object.fromEntries(Object.entries(partSettings(part)).map(([key, setting]) => [key, { name: setting.name, label: setting.label, text: setting.print(values[key]) }]));
  const data = {
    format: 'batch-of-one',
    version: 1,
    page: { version, address },
    savedAt,
    part,
    title,
    settings,
    provenance: { sentences: provenance(numbers), recordings: [...(recordings ?? [])].map(([name, recording]) => described(name, recording)) },
    ...(results && { results: plainData(withoutOrders(results)) }),
    ...(dot && { dot: plainData(dot) }),
    ...(own !== undefined && { own: plainData(own) }),
    tables,
  };
  return `${JSON.stringify(data, null, 1)}\n`;
}

function described(name: string, { recordedOn, library, machine, operation }: Recording) {
  return { name, recordedOn, library, machine, operation };
}

/** The results, with specs stripped of a recording's full list of orders: those in use are listed beside the outputs. */
function withoutOrders(results: Partial<Results>): unknown {
  return Object.fromEntries(
    Object.entries(results).flatMap(([channel, result]) => {
      if (result === null || result === undefined) return [];
      const { spec, ...rest } = result as unknown as { readonly spec: Readonly<Record<string, unknown>> };
      return [[channel, { spec: withoutCalls(spec), ...rest }]];
    }),
  );
}

function withoutCalls(spec: Readonly<Record<string, unknown>>): unknown {
  return Object.fromEntries(
    Object.entries(spec).map(([key, value]) => {
      if (key === 'schedule') return [key, withoutCalls(value as Readonly<Record<string, unknown>>)];
      if (key === 'entries') return [key, (value as readonly { readonly from: number; readonly method: MethodSpec }[]).map(({ from, method }) => ({ from, method: method.kind === 'notation' ? { kind: method.kind, text: printOrder(method.order, ',') } : method }))];
      if (key !== 'recording') return [key, value];
      const { library, operation } = value as Pick<Recording, 'library' | 'operation'>;
      return [key, { library, operation }];
    }),
  );
}

/**
 * Converts a value to JSON. A float32 array becomes its numbers, each in the fewest digits that round-trip as a double,
 * along with its bits in hexadecimal, which are what to compare. Numbers that JSON lacks become text.
 */
function plainData(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0) ? value : Object.is(value, -0) ? '-0' : String(value);
  if (value instanceof Float32Array) return { float32: Array.from(value, plainData), bits: Array.from(value, (one) => hexOf(one, 'float32')) };
  if (value instanceof Float64Array) return { float64: Array.from(value, plainData) };
  if (ArrayBuffer.isView(value)) return Array.from(value as Uint32Array);
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, one]) => [String(key), plainData(one)]));
  if (Array.isArray(value)) return value.map(plainData);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).flatMap(([key, one]) => (typeof one === 'function' || one === undefined ? [] : [[key, plainData(one)]])));
  }
  return value;
}
