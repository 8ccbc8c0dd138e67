import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partSettings } from './figure-settings';
import { OLD_FIGURES } from './old-figures';
import { readPageLink } from './page-link';
import { PART_IDS } from './part-values';
import { queryText } from './query-text';

/** By a setting's name in links: how the page read each text, and its notice, when the fixture was made. */
type Meanings = Readonly<Record<string, readonly (readonly [text: string, means: string, notice: string | null])[]>>;

const { meanings } = JSON.parse(readFileSync('src/share/fixtures/link-meanings.json', 'utf8')) as { readonly meanings: Meanings };
/** It said whether the map was shown before the reader had guessed. It always is, and links that say so say nothing else. */
const PAST = 'heatmap.open';
const NAMES = Object.keys(meanings).filter((name) => name !== PAST);

/** The old figure that a name belongs to. */
const oldOf = (name: string): string | undefined => [...OLD_FIGURES.keys()].find((old) => name.startsWith(`${old}.`));

/** A name in today’s links, or a sentence with one. */
const today = (text: string): string => [...OLD_FIGURES].reduce((said, [old, { part }]) => said.replace(`${old}.`, `${part}.`), text);

/** What a link with this name sets besides, if it is an old figure’s. */
const shownOf = (name: string): (readonly [string, string])[] => {
  const { part, values } = OLD_FIGURES.get(oldOf(name) ?? '') ?? { part: 'lab' as const, values: {} };
  return Object.entries(values).map(([key, value]) => [`${part}.${partSettings(part)[key]!.name}`, partSettings(part)[key]!.print(value)] as const);
};

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

  it('is nothing for what is past', () => {
    for (const [text] of meanings[PAST]!) expect(readOut(queryText([['heatmap.view', 'calls'], [PAST, text]]))).toEqual(readOut('heatmap.view=calls'));
  });

  it('is for any settings together what it was for each of them, and no other setting is touched', () => {
    const first = readOut('').texts;
    // A link that sets nothing of the heatmap shows another recording first.
    const recording = readOut('heatmap.view=calls').texts.get('heatmap.rec')!;
    // A link that sets an old figure shows no other view of the one that has it now.
    const together = (names: readonly string[]): string[] => {
      const hidden = names.flatMap((name) => oldOf(name) ?? []).flatMap((old) => Object.entries(partSettings(OLD_FIGURES.get(old)!.part)).filter(([key]) => !OLD_FIGURES.get(old)!.lacks.includes(key)).map(([, { name }]) => `${OLD_FIGURES.get(old)!.part}.${name}`));
      return names.filter((name) => !hidden.includes(name));
    };
    const some = fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 30 }).chain((names) => fc.tuple(...together(names).map((name) => fc.constantFrom(...meanings[name]!).map((meaning) => [name, ...meaning] as const))));
    fc.assert(
      fc.property(some, (pairs) => {
        const { texts, notices } = readOut(queryText(pairs.map(([name, text]) => [name, text])));
        const meant = new Map([...(pairs.some(([name]) => /^(heatmap|neighbours)\./.test(name)) ? [['heatmap.rec', recording] as const] : []), ...pairs.flatMap(([name]) => shownOf(name)), ...pairs.map(([name, , means]) => [today(name), means] as const)]);
        for (const [name, text] of texts) expect(text, name).toBe(meant.get(name) ?? first.get(name));
        expect([...notices].sort()).toEqual(pairs.flatMap(([, , , notice]) => (notice === null ? [] : [today(notice)])).sort());
      }),
    );
  });
});
