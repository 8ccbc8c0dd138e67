import { describe, expect, it } from 'vitest';
import { LIMITS } from '../lib/limits';
import { MAX_ORDER_TEXT } from '../orders/parse-order';
import { LONGEST_PASTED, partSettings } from './figure-settings';
import { MAX_SEARCH, printFragment, printPageLink, readPageLink } from './page-link';
import type { ChoiceSetting, NumberSetting, Setting } from './setting';
import type { PartValues } from './part-values';
import { PART_IDS } from './part-values';
import type { SettingTable, TableValues } from './setting-table';

/** The longest text of an order of this many products: each opens a bracket, and none is in a run. */
function longestOrder(products: number): string {
  return `${Array.from({ length: products - 1 }, (_, k) => products - 1 - k).join(',(')},0${')'.repeat(products - 2)}`;
}

/** Orders by batch size that fill the text up to its limit. */
function longestSchedule(): string {
  let text = '';
  for (let from = 1; MAX_ORDER_TEXT - text.length > 40; from++) {
    const begin = `${text === '' ? '' : ';'}${from}:`;
    // Four digits, a comma and two brackets per product.
    const products = Math.floor((MAX_ORDER_TEXT - text.length - begin.length) / 7);
    text += begin + longestOrder(Math.min(products, LIMITS.features));
  }
  return text;
}

/** The longest texts of settings that are neither numbers nor choices, by name in links. */
const LONGEST: Readonly<Record<string, string>> = {
  orders: longestSchedule(),
  curves: Array.from({ length: 8 }, (_, i) => `shuffled(${2 ** 32 - 1 - i})`).join(';'),
  rec: 'r'.repeat(100),
  batches: Array.from({ length: 64 }, (_, i) => LIMITS.batch - 63 + i).join(','),
  base: 'float64',
  cell: '9999,9999',
  abc: '-1.2345678e-38,-1.2345679e-38,-1.234568e-38',
  order: longestOrder(180),
  c: '-1.2345678e-38',
  p: Array.from({ length: 4 }, () => '-1.2345678e-38x-1.2345679e-38').join(','),
  // Each character is three bytes of UTF-8, and each byte is escaped.
  a: '\u2028'.repeat(LONGEST_PASTED),
  b: '\u2028'.repeat(LONGEST_PASTED),
};

function longestText(setting: Setting<unknown>): string {
  const longer = (a: string, b: string): string => (b.length > a.length ? b : a);
  if ('options' in setting) return (setting as ChoiceSetting<string>).options.filter((option) => option !== setting.initial).reduce(longer);
  if (typeof setting.initial === 'boolean') return setting.initial ? '0' : '1';
  if (!('min' in setting)) return LONGEST[setting.name] ?? '';
  const { min, max, whole } = setting as NumberSetting;
  return [max, whole ? max - 1 : min + (max - min) / 3].map(String).reduce(longer);
}

/** Every setting at its longest, as links write it. */
function longestValues(table: SettingTable): TableValues<SettingTable> {
  return Object.fromEntries(
    Object.entries(table).map(([key, setting]) => {
      const read = setting.parse(longestText(setting));
      if (!read.ok || read.value.adjusted !== undefined) throw new Error(`The longest ${setting.name} can’t be read.`);
      return [key, read.value.value];
    }),
  );
}

describe('the longest link', () => {
  it('that the page makes is read, and little more would be', () => {
    const all = Object.fromEntries(PART_IDS.map((part) => [part, longestValues(partSettings(part))])) as unknown as PartValues;
    const link = printPageLink(all) + printFragment(all);
    expect(link.length).toBeLessThanOrEqual(MAX_SEARCH);
    expect(link.length).toBeGreaterThan(0.95 * MAX_SEARCH);
    expect(readPageLink(link).notices).toEqual([]);
    const again = readPageLink(printPageLink(all), printFragment(all));
    expect(again.notices).toEqual([]);
    expect(printPageLink(again.parts) + printFragment(again.parts)).toBe(link);
  });
});
