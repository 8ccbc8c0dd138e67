import fc from 'fast-check';
import type { FigureId } from '../share/figure-settings';
import { FIGURE_IDS, LAB_SETTINGS, partSettings } from '../share/figure-settings';
import type { FigureMap } from '../share/page-link';
import { parseMethodList, parseScheduleText, printMethod, printScheduleText } from '../share/schedule-text';
import type { ChoiceSetting, NumberSetting, Setting } from '../share/setting';
import type { SettingTable, TableValues } from '../share/setting-table';
import type { Settings } from '../share/settings';
import { INITIAL_SETTINGS } from '../share/settings';

const STYLE = { fused: false, bias: 'none' } as const;
const METHODS = ['sequential', 'reverse', 'pairwise(1)', 'lanes(8)', 'lanes(8,pairwise)', 'blocked(192)', 'split(3)', 'shuffled(9)', 'kahan', 'exact'] as const;
const batch = fc.integer({ min: 1, max: 1024 });
const method = fc.constantFrom(...METHODS);
const recording = fc.stringMatching(/^[\w.-]{1,60}$/).filter((name) => !/^\.+$/.test(name));
const pasted = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { maxLength: 8 }).map((list) => (list.length === 0 ? '' : `[${list.map(Math.fround).join(', ')}]`));

const orders = fc.uniqueArray(fc.integer({ min: 2, max: 1024 }), { maxLength: 4 }).chain((thresholds) =>
  fc.array(fc.oneof(method, fc.constant('*0..3,b,(4..8)')), { minLength: thresholds.length + 1, maxLength: thresholds.length + 1 }).map((methods) => {
    const text = [1, ...thresholds.sort((a, b) => a - b)].map((from, index) => `${from}:${methods[index]}`).join(';');
    const read = parseScheduleText(text, STYLE);
    return read.ok ? printScheduleText(read.value) : 'not read';
  }),
);
const curves = fc.array(method, { minLength: 1, maxLength: 8 }).map((methods) => {
  const read = parseMethodList(methods.join(';'), STYLE);
  return read.ok ? read.value.map(printMethod).join(';') : 'not read';
});

/** Values of settings that are neither numbers nor choices, by name in links. */
const SPECIAL: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  orders,
  curves,
  rec: recording,
  batches: fc.uniqueArray(batch, { minLength: 1, maxLength: 64 }).map((list) => list.sort((a, b) => a - b)),
  base: fc.oneof(batch, fc.constantFrom('exact', 'float64')),
  cell: fc.option(fc.record({ line: batch, column: fc.integer({ min: 0, max: 4095 }) })),
  abc: fc.tuple(fc.float(), fc.float(), fc.float()),
  order: fc.constantFrom('sequential', 'pairwise(1)', 'lanes(8)', '0..3,(4..7)', '*0..15'),
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

/** Any values of a table, of the settings that travel in a link. */
export function arbitraryValues<T extends SettingTable>(table: T): fc.Arbitrary<TableValues<T>> {
  return fc.record(Object.fromEntries(Object.entries(table).map(([key, setting]) => [key, valueOf(setting)]))) as unknown as fc.Arbitrary<TableValues<T>>;
}

export const arbitrarySettings: fc.Arbitrary<Settings> = arbitraryValues(LAB_SETTINGS).map((values) => ({ ...INITIAL_SETTINGS, ...values }));

/** Any values of some figures. */
export const arbitraryFigures: fc.Arbitrary<FigureMap> = fc.record(Object.fromEntries(FIGURE_IDS.map((id) => [id, arbitraryValues(partSettings(id))])) as Record<FigureId, fc.Arbitrary<TableValues<SettingTable>>>, { requiredKeys: [] });
