import fc from 'fast-check';
import type { WrittenMethod } from '../experiments/method-spec';
import { partSettings } from '../share/figure-settings';
import type { PartValues } from '../share/part-values';
import { PART_IDS } from '../share/part-values';
import { parseMethod } from '../share/schedule-text';
import type { ChoiceSetting, NumberSetting, Setting } from '../share/setting';
import type { SettingTable, TableValues } from '../share/setting-table';

const METHODS = ['sequential', 'reverse', 'pairwise(1)', 'lanes(8)', 'lanes(8,pairwise)', 'blocked(192)', 'split(3)', 'shuffled(9)', 'kahan', 'exact', 'sequential(h100)', 'split(4,a100)', 'blocked(128,h100-fp8)'] as const;
const batch = fc.integer({ min: 1, max: 1024 });
const method = fc.constantFrom(...METHODS);
const recording = fc.stringMatching(/^[\w.-]{1,60}$/).filter((name) => !/^\.+$/.test(name));
const pasted = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { maxLength: 8 }).map((list) => (list.length === 0 ? '' : `[${list.map(Math.fround).join(', ')}]`));

const factor = fc.float({ noNaN: true, min: -65504, max: 65504 });

function methodOf(text: string): WrittenMethod {
  const read = parseMethod(text);
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
}

const orders = fc.uniqueArray(fc.integer({ min: 2, max: 1024 }), { maxLength: 4 }).chain((thresholds) =>
  fc
    .array(fc.oneof(method, fc.constantFrom('*0..3,b,(4..8)', '{0..47}*16,b,(48)@h100')), { minLength: thresholds.length + 1, maxLength: thresholds.length + 1 })
    .map((methods) => [1, ...thresholds.sort((a, b) => a - b)].map((from, index) => ({ from, method: methodOf(methods[index]!) }))),
);
const curves = fc.uniqueArray(method, { minLength: 1, maxLength: 8 }).map((methods) => methods.map(methodOf));

/** Values of settings that are neither numbers nor choices, by their names in links. */
const SPECIAL: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  orders,
  curves,
  rec: recording,
  batches: fc.uniqueArray(batch, { minLength: 1, maxLength: 64 }).map((list) => list.sort((a, b) => a - b)),
  base: fc.oneof(batch, fc.constantFrom('exact', 'float64', 'on-a100', 'on-h100-fp8')),
  cell: fc.option(fc.record({ line: batch, column: fc.integer({ min: 0, max: 4095 }) })),
  abc: fc.tuple(fc.float(), fc.float(), fc.float()),
  order: fc.constantFrom('sequential', 'pairwise(1)', 'lanes(8)', '0..3,(4..7)', '*0..15').map(methodOf),
  c: fc.float({ noNaN: true, noDefaultInfinity: true }),
  p: fc.array(fc.tuple(factor, factor), { minLength: 4, maxLength: 4 }),
  a: pasted,
  b: pasted,
};

function valueOf(setting: Setting<unknown>): fc.Arbitrary<unknown> {
  if ('options' in setting) return fc.constantFrom(...(setting as ChoiceSetting<string>).options);
  if (typeof setting.initial === 'boolean') return fc.boolean();
  if ('min' in setting) {
    const { min, max, whole } = setting as NumberSetting;
    return whole ? fc.integer({ min, max }) : fc.double({ min, max, noNaN: true }).map((value) => value + 0);
  }
  const special = SPECIAL[setting.name];
  if (special === undefined) throw new Error(`No arbitrary value for ${setting.name}.`);
  return special;
}

/** Any values of those settings of a table that links carry. */
export function arbitraryValues<T extends SettingTable>(table: T): fc.Arbitrary<TableValues<T>> {
  return fc.record(Object.fromEntries(Object.entries(table).map(([key, setting]) => [key, valueOf(setting)]))) as unknown as fc.Arbitrary<TableValues<T>>;
}

/** Any values of all parts. */
export const arbitraryParts = fc.record(Object.fromEntries(PART_IDS.map((part) => [part, arbitraryValues(partSettings(part))]))) as unknown as fc.Arbitrary<PartValues>;
