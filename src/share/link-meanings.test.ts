import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partSettings } from './figure-settings';
import { OLD_FIGURE } from './old-figure';
import { readPageLink } from './page-link';
import { PART_IDS } from './part-values';
import { queryText } from './query-text';

/** By a setting's name in links: how the page read each text, and its notice, when the fixture was made. */
type Meanings = Readonly<Record<string, readonly (readonly [text: string, means: string, notice: string | null])[]>>;

const { meanings } = JSON.parse(readFileSync('src/share/fixtures/link-meanings.json', 'utf8')) as { readonly meanings: Meanings };
const NAMES = Object.keys(meanings);

const isOld = (name: string): boolean => name.startsWith(`${OLD_FIGURE}.`);

/** A name in today’s links, or a sentence with one. */
const today = (text: string): string => text.replace(`${OLD_FIGURE}.`, 'heatmap.');

/** Every setting that a link can hold, written out, by its name in links. */
function readOut(search: string): { readonly texts: ReadonlyMap<string, string>; readonly notices: readonly string[] } {
  const { parts, notices } = readPageLink(search);
  const texts = PART_IDS.flatMap((part) => {
    const values: Readonly<Record<string, unknown>> = parts[part];
    return Object.entries(partSettings(part)).map(([key, setting]) => [part === 'lab' ? setting.name : `${part}.${setting.name}`, setting.print(values[key])] as const);
  });
  return { texts: new Map(texts), notices };
}

describe('what links mean', () => {
  it('is all there in the fixture', () => {
    expect([...new Set(NAMES.map(today))].sort()).toEqual([...readOut('').texts.keys()].sort());
  });

  it.each(NAMES)('is for %s what it was', (name) => {
    for (const [text, means, notice] of meanings[name]!) {
      const { texts, notices } = readOut(queryText([[name, text]]));
      expect(texts.get(today(name)), text).toBe(means);
      expect(notices, text).toEqual(notice === null ? [] : [today(notice)]);
    }
  });

  it('is for any settings together what it was for each of them, and no other setting is touched', () => {
    const first = readOut('').texts;
    // A link that sets the old figure shows no other view of it.
    const together = (names: readonly string[]): string[] => names.filter((name) => !names.some(isOld) || isOld(name) || !/^heatmap\.(?!base|open)/.test(name));
    const some = fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 30 }).chain((names) => fc.tuple(...together(names).map((name) => fc.constantFrom(...meanings[name]!).map((meaning) => [name, ...meaning] as const))));
    fc.assert(
      fc.property(some, (pairs) => {
        const { texts, notices } = readOut(queryText(pairs.map(([name, text]) => [name, text])));
        const meant = new Map([...(pairs.some(([name]) => isOld(name)) ? [['heatmap.view', 'rows'] as const] : []), ...pairs.map(([name, , means]) => [today(name), means] as const)]);
        for (const [name, text] of texts) expect(text, name).toBe(meant.get(name) ?? first.get(name));
        expect([...notices].sort()).toEqual(pairs.flatMap(([, , , notice]) => (notice === null ? [] : [today(notice)])).sort());
      }),
    );
  });
});
