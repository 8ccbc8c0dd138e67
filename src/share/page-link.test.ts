import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryParts } from '../testing/arbitrary-state';
import { notation } from '../testing/chosen-schedule';
import type { FigureId, PartId } from './figure-settings';
import { FIGURE_IDS, LAB_SETTINGS, partSettings } from './figure-settings';
import { OLD_FIGURES } from './old-figures';
import { anchorOf, isStep, partLink, printFragment, printPageLink, readPageLink } from './page-link';
import type { PartValues, SomeParts } from './part-values';
import { FIRST_PARTS, PART_IDS } from './part-values';
import { PRESETS } from './presets';
import type { SettingTable } from './setting-table';

type Values = Readonly<Record<string, unknown>>;

/** It said that the map was to be shown before the reader has guessed: now it always is, and nobody says so any more. */
const PAST = 'heatmap.open=1';

/** The page's first state, but for these settings. */
function parts(some: SomeParts): PartValues {
  const heatmap = some.heatmap ?? readPageLink('').parts.heatmap;
  return Object.fromEntries(PART_IDS.map((part) => [part, { ...FIRST_PARTS[part], ...(part === 'heatmap' ? heatmap : some[part]) }])) as unknown as PartValues;
}

interface Fixture {
  readonly links: readonly { readonly what: string; readonly link: string; readonly lab: Values; readonly thread?: Values; readonly figures?: Readonly<Partial<Record<FigureId, Values>>> }[];
}

function fixture(version: number): Fixture['links'] {
  return (JSON.parse(readFileSync(`src/share/fixtures/links-v${version}.json`, 'utf8')) as Fixture).links;
}

describe('a link to the page', () => {
  it('is empty where nothing was set', () => {
    const { parts: shown, ...others } = readPageLink('');
    expect(others).toEqual({ part: null, notices: [] });
    expect(printPageLink(shown)).toBe('');
    expect(readPageLink('', '#thread').parts).toEqual(shown);
  });

  it('shows OpenBLAS first, yet in a link that sets anything of the heatmap its recording is what it was when none was named', () => {
    const { recording, ...others } = readPageLink('').parts.heatmap;
    expect(recording).toBe('pytorch-1.13-openblas-768x768');
    expect({ ...FIRST_PARTS.heatmap, ...others }).toEqual(FIRST_PARTS.heatmap);
    expect(printPageLink(FIRST_PARTS)).toBe('v=2&heatmap.rec=pytorch-2.13-mkl-768x768');
    for (const link of ['v=2&heatmap.unit=ulp', 'v=2&neighbours.batch=2', 'preset=linear-768']) expect(readPageLink(link).parts.heatmap.recording).toBe('pytorch-2.13-mkl-768x768');
  });

  it('comes back as it was, figures and all', () => {
    fc.assert(
      fc.property(arbitraryParts, (all) => {
        expect(readPageLink(`?${printPageLink(all)}`, `#verdict${printFragment(all)}`)).toEqual({ parts: all, part: null, notices: [] });
      }),
    );
  });

  it('has less than 2,000 characters for one part', () => {
    fc.assert(
      fc.property(arbitraryParts, (all) => {
        for (const part of PART_IDS) expect(partLink('', part, all[part]).length).toBeLessThan(1920);
      }),
    );
  });

  it('is written one way: what was read of any text is written, read and written alike', () => {
    const names = [...Object.values(LAB_SETTINGS as SettingTable).map(({ name }) => name), ...FIGURE_IDS.flatMap((id) => Object.values(partSettings(id)).map(({ name }) => `${id}.${name}`)), 'preset', 'case', 'v'];
    const texts = fc.oneof(fc.string(), fc.integer().map(String), fc.constantFrom('sequential', '1:kahan;4:0 + 1', '1e8,-1,nan', 'stripes', '<script>alert(1)</script>'));
    const pair = fc.tuple(fc.constantFrom(...names), texts).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
    fc.assert(
      fc.property(fc.array(pair), (pairs) => {
        const { parts: read } = readPageLink(pairs.join('&'));
        const [text, fragment] = [printPageLink(read), printFragment(read)];
        const again = readPageLink(text, fragment);
        expect(again.notices).toEqual([]);
        expect([printPageLink(again.parts), printFragment(again.parts)]).toEqual([text, fragment]);
      }),
      { numRuns: 2000 },
    );
  });

  it('has what a reader pasted behind the anchor, where no server is sent it, and older links are read as they were', () => {
    const pasted = parts({ verdict: { example: 'none', first: '[0.5, 1&2]', second: '#1' } });
    const address = new URL(partLink('https://example.org/', 'verdict', pasted.verdict));
    expect(address.href).toBe('https://example.org/?v=2&verdict.example=none#verdict&verdict.a=%5B0.5,%201%262%5D&verdict.b=%231');
    expect(anchorOf(address.hash)).toBe('verdict');
    expect(readPageLink(address.search, address.hash).parts).toEqual(pasted);
    expect(readPageLink('?v=2&verdict.example=none&verdict.a=%5B0.5,%201%262%5D&verdict.b=%231').parts).toEqual(pasted);
    expect(anchorOf('#lab')).toBe('lab');
    expect(anchorOf('')).toBe('');
  });

  it('survives arbitrary text, truncated, doubled, huge and with markup', () => {
    const whole = printPageLink(parts({ lab: { orders: [{ from: 1, method: notation('0..63,b') }, { from: 4, method: notation('*0..63,b') }] }, 'sum-of-three': { numbers: [1, 2, 3], zoom: 5 }, heatmap: { cell: { line: 4, column: 17 } } }));
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => void expect(printPageLink(readPageLink(text).parts)).toBeTypeOf('string')));
    fc.assert(fc.property(fc.nat(whole.length), (length) => void expect(printPageLink(readPageLink(whole.slice(0, length)).parts)).toBeTypeOf('string')));
    const hostile = ['%', '%E0%A4%A', '=&=&=', '&'.repeat(1e5), `orders=${'('.repeat(2e5)}`, `batches=${'9,'.repeat(2e5)}`, `k=${'9'.repeat(1e5)}`, '__proto__=1&constructor=2&toString.k=1', `rec=${'x'.repeat(1e5)}`, `stepper.order=${'('.repeat(1e5)}`, `verdict.a=${'1,'.repeat(1e5)}`, 'x'.repeat(1e6), `${whole}&${whole}`];
    for (const text of hostile) expect(readPageLink(text).parts.lab.unit).toBe('relative');
  });

  it('is read as people write it', () => {
    const { parts: read, notices } = readPageLink('?v=2&k=64&batches=16,1,4,4&from=thresholds&orders=1:0..62,63,b;4:*0..63,+b&fused=1&base=exact&cell=4,17&heatmap.cell=128,190&utm_source=x&nowhere.k=3&heatmap.nothing=1');
    expect(notices).toEqual([]);
    expect(read.lab).toMatchObject({ inFeatures: 64, batches: [1, 4, 16], schedule: 'thresholds', fused: true, baseline: 'exact', cell: { line: 4, column: 17 } });
    // A plus sign is a space in a URL, and white space is ignored.
    expect(read.lab.orders).toEqual([{ from: 1, method: notation('0..63,b') }, { from: 4, method: notation('*0..63,b') }]);
    expect({ ...read, lab: FIRST_PARTS.lab }).toEqual(parts({ heatmap: { cell: { line: 128, column: 190 } } }));
  });

  it('gives what can be taken of it, and names the rest', () => {
    const { parts: read, notices } = readPageLink('v=7&k=9999&n=-3&seed=1.5&unit=feet&fused=yes&batches=0,2,2000&orders=1:0,0&base=0&cell=a&stepper.order=kahan&sum-of-three.abc=1,x,3&verdict.a=' + '1'.repeat(500));
    expect(read.lab).toMatchObject({ inFeatures: 4096, outFeatures: 1, seed: 72, unit: 'relative', fused: false, batches: [2], baseline: 1, cell: null });
    expect(read['sum-of-three']).toEqual(FIRST_PARTS['sum-of-three']);
    expect(notices).toEqual([
      'This link was made for another version of the page; what this version understands was applied.',
      'K, inputs (k): “9999” was set to 4,096: it goes from 1 to 4,096.',
      'N, outputs (n): “-3” was set to 1: it goes from 1 to 4,096.',
      'Seed (seed): “1.5” is not a whole number; it was left at 72.',
      'Orders by batch size (orders): “1:0,0” can’t be read: product 0 is named twice (character 5); it was left at 1:lanes(4);4:blocked(192).',
      'Fused products (fused): “yes” is neither 1 nor 0; it was left at 0.',
      'Batch sizes (batches): “0,2,2000” was cut to 2: at most 64 whole numbers from 1 to 1,024.',
      'Baseline (base): “0” is neither a batch size nor exact or float64; it was left at 1.',
      'Unit (unit): “feet” is none of absolute, ulp, relative; it was left at relative.',
      'Selected output (cell): “a” is not a place such as 4,17; it was left at nothing.',
      'a, b and c (sum-of-three.abc): “1,x,3” can’t be read: “x” is not a number: 0.1, -1e8, inf and nan are; it was left at 100000000,-100000000,1.',
      'Order (stepper.order): “kahan” can’t be read: kahan is not a tree of additions; it was left at sequential.',
      `One result (verdict.a): “${'1'.repeat(40)}…” can’t be read: it has 500 characters; at most 400 travel in a link; it was left at nothing.`,
    ]);
  });

  it('names a preset, and the keys beside it change what the preset sets', () => {
    const { parts: read, part, notices } = readPageLink('preset=stripes&heatmap.unit=ulp&k=64');
    expect(notices).toEqual([]);
    expect(part).toBe('heatmap');
    expect(read.heatmap).toMatchObject({ recording: 'pytorch-1.13-openblas-768x768', cell: { line: 128, column: 190 }, unit: 'ulp' });
    expect(read.lab).toMatchObject({ inFeatures: 64, recording: 'pytorch-1.13-openblas-768x768' });
    expect(readPageLink('preset=<b>').notices[0]).toMatch(/^There is no preset called “<b>”; there are linear-4x8, linear-768, /);
  });
});

/** A link of version 2 as it was printed, without the settings of old figures. */
function withoutOld(link: string): string {
  return link.split('&').filter((pair) => !OLD_FIGURES.has(pair.replace(/\..*/s, ''))).join('&');
}

/** The values of a fixture's keys; those that were text when the fixture was made, but no longer are, as written. */
function asWritten(table: SettingTable, values: Readonly<Record<string, unknown>>, fixture: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(fixture).map(([key, text]) => [key, typeof text === 'string' ? table[key]!.print(values[key]) : values[key]]));
}

describe('links of older versions', () => {
  it.each(fixture(1))('version 1: $what', ({ link, lab, thread }) => {
    const read = readPageLink(link);
    expect(read.notices).toEqual([]);
    expect(asWritten(LAB_SETTINGS, read.parts.lab, lab)).toEqual(lab);
    // Settings may have been added since.
    expect(read.parts.thread).toMatchObject(thread!);
  });

  it.each(fixture(2))('version 2: $what', ({ link: whole, lab, figures }) => {
    const link = withoutOld(whole);
    const read = readPageLink(link);
    expect(read.notices).toEqual([]);
    expect(asWritten(LAB_SETTINGS, read.parts.lab, lab)).toEqual(lab);
    const all: readonly (readonly [string, Values])[] = Object.entries(figures ?? {});
    for (const [id, values] of all) {
      const old = OLD_FIGURES.get(id);
      if (old === undefined) continue;
      const shown = { ...old.values, ...values };
      const alone = whole.split('&').filter((pair) => pair.startsWith(`${id}.`)).join('&');
      expect(readPageLink(alone)).toEqual({ parts: parts({ [old.part]: shown }), part: null, notices: [] });
      // It was below the other: the link is of both, but for its anchor.
      expect(readPageLink(`${link}&${alone}`).parts).toEqual({ ...read.parts, [old.part]: { ...FIRST_PARTS[old.part], ...Object.fromEntries(old.lacks.map((key) => [key, (read.parts[old.part] as Values)[key]])), ...shown } });
      expect(readPageLink(`${link}&${alone}`, `#${old.part}`)).toEqual(read);
    }
    for (const [id, known] of all.filter(([id]) => !OLD_FIGURES.has(id))) {
      const values = Object.fromEntries(Object.entries(known).filter(([key]) => key !== 'mapOpen'));
      expect(asWritten(partSettings(id as FigureId), read.parts[id as FigureId], values)).toEqual(values);
    }
    // In today's version the link is written as it was read, but for pasted numbers, which used to be in the query.
    const pairs = link.split('&').filter((pair) => pair !== PAST);
    const isPasted = (pair: string): boolean => /^verdict\.[ab]=/.test(pair);
    expect(printPageLink(read.parts)).toBe(pairs.filter((pair) => !isPasted(pair)).join('&'));
    expect(printFragment(read.parts)).toBe(pairs.filter(isPasted).map((pair) => `&${pair}`).join(''));
  });
});

describe('a figure that is a view of another now', () => {
  it('is where its anchor led, as a preset sets it, by its new name', () => {
    expect(anchorOf('#neighbours&verdict.a=1')).toBe('heatmap');
    expect(readPageLink('', '#neighbours').parts).toEqual(parts({ heatmap: { view: 'rows' } }));
    expect(readPageLink('preset=stripes', '#neighbours').parts.heatmap).toMatchObject({ view: 'rows', recording: 'pytorch-1.13-openblas-768x768', wholeBatch: 128, cell: null });
    expect(readPageLink('heatmap.rec=x&heatmap.base=exact&neighbours.cell=3,17').parts).toEqual(parts({ heatmap: { view: 'rows', baseline: 'exact', cell: { line: 3, column: 17 } } }));
    expect(printPageLink(readPageLink('v=2&neighbours.batch=128&neighbours.layer=orders').parts)).toBe('v=2&heatmap.view=rows&heatmap.layer=orders&heatmap.batch=128');
    expect(readPageLink('neighbours.unit=ulp', '#heatmap')).toEqual(readPageLink(''));
  });

  it('begins with its own network where it was the flips', () => {
    const shown = { netView: 'flips', netWidth: 64, netDepth: 4 } as const;
    expect(anchorOf('#flips')).toBe('depth');
    expect(readPageLink('', '#flips').parts).toEqual(parts({ depth: shown }));
    expect(readPageLink('preset=bfloat16', '#flips').parts.depth).toMatchObject({ ...shown, netBetween: 'bfloat16' });
    expect(readPageLink('depth.ndepth=8&flips.nwidth=128')).toMatchObject({ parts: { depth: { ...shown, netWidth: 128 } }, notices: [] });
    expect(readPageLink('flips.nwidth=wide').notices).toEqual([expect.stringContaining('left at 64')]);
  });
});

describe('the tables of settings', () => {
  it.each(['lab', ...FIGURE_IDS] as const)('%s: a name each, without a full stop, and a first value that reads back', (part) => {
    const settings = Object.values(partSettings(part));
    expect(new Set(settings.map(({ name }) => name)).size).toBe(settings.length);
    for (const setting of settings) {
      expect(setting.name).toMatch(/^[a-z][a-z-]*$/);
      expect(setting.parse(setting.print(setting.initial))).toEqual({ ok: true, value: { value: setting.initial } });
    }
  });
});

describe('presets', () => {
  it('have a name each, and values that their tables read back', () => {
    expect(new Set(PRESETS.map(({ name }) => name)).size).toBe(PRESETS.length);
    for (const { name, part, values } of PRESETS) {
      expect(name).toMatch(/^[a-z0-9-]+$/);
      expect(values[part], `${name} sets its own part`).toBeDefined();
      for (const [id, some] of Object.entries(values)) {
        const table = partSettings(id as PartId);
        for (const [key, value] of Object.entries(some)) expect(table[key]?.parse(table[key].print(value)), `${name}: ${id}.${key}`).toEqual({ ok: true, value: { value } });
      }
      expect(readPageLink(`preset=${name}`).notices).toEqual([]);
    }
  });
});

describe('a step of the browser’s history', () => {
  it('is a choice, not what is dragged, typed or pointed at', () => {
    expect(isStep(parts({}), parts({ lab: { view: 'whole' } }))).toBe(true);
    expect(isStep(parts({}), parts({ lab: { fused: true, seed: 3 } }))).toBe(true);
    expect(isStep(parts({}), parts({ lab: { inFeatures: 64, cell: { line: 1, column: 2 }, orders: [{ from: 1, method: { kind: 'other', name: 'kahan' } }] } }))).toBe(false);
    expect(isStep(parts({}), parts({ heatmap: { recording: 'mkl-2020.4-768x768' } }))).toBe(true);
    expect(isStep(parts({ heatmap: {} }), parts({ heatmap: { cell: { line: 1, column: 2 } } }))).toBe(false);
    expect(isStep(parts({ stepper: { method: { kind: 'family', family: { name: 'reverse' } } } }), parts({ stepper: { method: { kind: 'family', family: { name: 'reverse' } } } }))).toBe(false);
    expect(isStep(parts({}), parts({ stepper: { method: { kind: 'family', family: { name: 'reverse' } } } }))).toBe(true);
  });

  it('is what the link says, written out and compared', () => {
    const stepNames = new Set(PART_IDS.flatMap((part) => Object.values(partSettings(part)).flatMap(({ name, step }) => (step ? [part === 'lab' ? name : `${part}.${name}`] : []))));
    fc.assert(
      fc.property(arbitraryParts, arbitraryParts, fc.subarray([...PART_IDS]), (one, other, changed) => {
        const now = { ...one, ...Object.fromEntries(changed.map((part) => [part, other[part]])) } as PartValues;
        const [before, after] = [one, now].map((all) => new Map(printPageLink(all).split('&').map((pair) => [pair.split('=')[0]!, pair])));
        const differing = [...new Set([...before!.keys(), ...after!.keys()])].filter((name) => before!.get(name) !== after!.get(name));
        expect(isStep(one, now)).toBe(differing.some((name) => stepNames.has(name)));
      }),
    );
  });
});

describe('the link to a part', () => {
  /** A link that sets everything in every figure. */
  const link = withoutOld(fixture(2).find(({ what }) => what === 'all figures')!.link);
  const all = readPageLink(link).parts;
  const page = 'https://example.org/';

  it.each(FIGURE_IDS.filter((id) => link.includes(`&${id}.`)))('%s has the part’s own settings, all of them, and no others, and means the same', (id) => {
    const address = partLink(page, id, all[id]);
    const pairs = link.split('&').filter((pair) => pair.startsWith(`${id}.`) && pair !== PAST);
    const [pasted, others] = [true, false].map((is) => pairs.filter((pair) => /^verdict\.[ab]=/.test(pair) === is));
    expect(address).toBe(`${page}?${['v=2', ...others!].join('&')}#${[id, ...pasted!].join('&')}`);
    expect(address.length).toBeLessThan(2000);
    const { search, hash } = new URL(address);
    expect(readPageLink(search, hash).parts).toEqual({ ...readPageLink('').parts, [id]: all[id] });
  });

  it('is the page’s address and an anchor where nothing was set', () => {
    for (const id of PART_IDS) expect(partLink(page, id, readPageLink('').parts[id])).toBe(`${page}#${id}`);
    expect(partLink(page, 'heatmap', FIRST_PARTS.heatmap)).toBe(`${page}?v=2&heatmap.rec=pytorch-2.13-mkl-768x768#heatmap`);
  });
});
