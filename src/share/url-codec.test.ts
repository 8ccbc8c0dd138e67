import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../experiments/work';
import { parseMethodList, parsePolicyText, printMethod, printPolicyText } from './policy-text';
import type { Settings } from './settings';
import { INITIAL_SETTINGS, SETTINGS, SETTING_KEYS, settingOf } from './settings';
import { decodeSettings, encodeSettings } from './url-codec';

const seed = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const batch = fc.integer({ min: 1, max: 1024 });
const features = fc.integer({ min: 1, max: LIMITS.features });
const method = fc.constantFrom('sequential', 'reverse', 'pairwise(1)', 'lanes(8)', 'lanes(8,pairwise)', 'blocked(192)', 'split(3)', 'shuffled(9)', 'kahan', 'exact');
const style = { fused: false, bias: 'none' } as const;

const orders = fc.uniqueArray(fc.integer({ min: 2, max: 1024 }), { maxLength: 4 }).chain((thresholds) =>
  fc.array(fc.oneof(method, fc.constant('*0..3,b,(4..8)')), { minLength: thresholds.length + 1, maxLength: thresholds.length + 1 }).map((methods) => {
    const text = [1, ...thresholds.sort((a, b) => a - b)].map((from, index) => `${from}:${methods[index]}`).join(';');
    const read = parsePolicyText(text, style);
    return read.ok ? printPolicyText(read.value) : 'not read';
  }),
);
const curves = fc.array(method, { minLength: 1, maxLength: 8 }).map((methods) => {
  const read = parseMethodList(methods.join(';'), style);
  return read.ok ? read.value.map(printMethod).join(';') : 'not read';
});

function options<K extends 'threadCase' | 'threadLibrary' | 'data' | 'uniform' | 'format' | 'policy' | 'pattern' | 'bias' | 'view' | 'unit' | 'growthData' | 'netActivation' | 'netStart' | 'netKept'>(key: K): fc.Arbitrary<Settings[K]> {
  return fc.constantFrom(...(SETTINGS[key].options as readonly Settings[K][]));
}

const anySettings: fc.Arbitrary<Settings> = fc.record({
  threadCase: options('threadCase'),
  threadLibrary: options('threadLibrary'),
  threadSeed: seed,
  threadColumn: fc.integer({ min: 0, max: 767 }),
  threadBeside: fc.integer({ min: 0, max: 128 }),
  inFeatures: features,
  outFeatures: features,
  data: options('data'),
  seed,
  uniform: options('uniform'),
  condition: fc.double({ min: 1, max: 1e30, noNaN: true }),
  format: options('format'),
  row: fc.integer({ min: 0, max: 1023 }),
  policy: options('policy'),
  recording: fc.stringMatching(/^[\w.-]{1,100}$/),
  pattern: options('pattern'),
  orders,
  fused: fc.boolean(),
  bias: options('bias'),
  view: options('view'),
  batches: fc.uniqueArray(batch, { minLength: 1, maxLength: 64 }).map((list) => list.sort((a, b) => a - b)),
  wholeBatch: batch,
  baseline: fc.oneof(batch, fc.constantFrom('exact', 'float64')),
  unit: options('unit'),
  cell: fc.option(fc.record({ line: batch, column: fc.integer({ min: 0, max: 4095 }) })),
  growthData: options('growthData'),
  growthOrders: curves,
  growthMaxExponent: fc.integer({ min: 4, max: 20 }),
  growthPoints: fc.integer({ min: 1, max: 8 }),
  growthTrials: fc.integer({ min: 8, max: 1024 }),
  netWidth: fc.integer({ min: 16, max: 512 }),
  netDepth: fc.integer({ min: 1, max: 32 }),
  netActivation: options('netActivation'),
  netResidual: fc.boolean(),
  netStart: options('netStart'),
  netKept: options('netKept'),
  netBatch: fc.integer({ min: 2, max: 1024 }),
  netInputs: fc.integer({ min: 100, max: 10_000 }),
  theme: fc.constant('auto' as const),
});

describe('settings in the URL', () => {
  it('are nothing where nothing was set', () => {
    expect(encodeSettings(INITIAL_SETTINGS)).toBe('');
    expect(decodeSettings('')).toEqual({ settings: INITIAL_SETTINGS, notices: [] });
  });

  it('come back as they were', () => {
    fc.assert(
      fc.property(anySettings, (settings) => {
        expect(decodeSettings(`?${encodeSettings(settings)}`)).toEqual({ settings, notices: [] });
      }),
    );
  });

  it('are written one way: what was decoded from any text is written, read and written alike', () => {
    const names = SETTING_KEYS.map((key) => SETTINGS[key].name);
    const pair = fc.tuple(fc.constantFrom(...names), fc.oneof(fc.string(), fc.integer().map(String), method, fc.constant('1:kahan;4:0 + 1'))).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
    fc.assert(
      fc.property(fc.array(pair), (pairs) => {
        const { settings } = decodeSettings(pairs.join('&'));
        const text = encodeSettings(settings);
        const again = decodeSettings(text);
        expect(again).toEqual({ settings, notices: [] });
        expect(encodeSettings(again.settings)).toBe(text);
      }),
    );
  });

  it('survive arbitrary text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => void expect(encodeSettings(decodeSettings(text).settings)).toBeTypeOf('string')));
    const hostile = ['%', '%E0%A4%A', '=&=&=', '&'.repeat(1e5), `orders=${'('.repeat(2e5)}`, `batches=${'9,'.repeat(2e5)}`, `k=${'9'.repeat(1e5)}`, '__proto__=1&constructor=2', `rec=${'x'.repeat(1e5)}`, 'x'.repeat(1e6)];
    for (const text of hostile) expect(decodeSettings(text).settings).toEqual(expect.objectContaining({ unit: 'relative' }));
  });

  it('read a link as people write it', () => {
    const { settings, notices } = decodeSettings('?v=1&k=64&batches=16,1,4,4&from=thresholds&orders=1:0..62,63,b;4:*0..63,+b&fused=1&base=exact&cell=4,17&utm_source=x');
    expect(notices).toEqual([]);
    expect(settings).toMatchObject({ inFeatures: 64, batches: [1, 4, 16], policy: 'thresholds', fused: true, baseline: 'exact', cell: { line: 4, column: 17 } });
    // A plus sign is a space in a URL, and white space means nothing.
    expect(settings.orders).toBe('1:0..63,b;4:*0..63,b');
  });

  it('take what they can of a bad link and name the rest', () => {
    const { settings, notices } = decodeSettings('v=2&k=9999&n=-3&seed=1.5&unit=feet&fused=yes&batches=0,2,2000&orders=1:0,0&base=0&cell=a');
    expect(settings).toMatchObject({ inFeatures: 4096, outFeatures: 1, seed: 72, unit: 'relative', fused: false, batches: [2], baseline: 1, cell: null });
    expect(notices).toEqual([
      'This link was made for another version of the page; what is still understood was taken.',
      'K, inputs (k): “9999” was set to 4096: it goes from 1 to 4096.',
      'N, outputs (n): “-3” was set to 1: it goes from 1 to 4096.',
      'Seed (seed): “1.5” is not a whole number; it was left at 72.',
      'Orders by batch size (orders): “1:0,0” can\'t be read: Product 0 is named twice (character 5); it was left at 1:lanes(4);4:blocked(192).',
      'Fused products (fused): “yes” is neither 1 nor 0; it was left at 0.',
      'Batch sizes (batches): “0,2,2000” was cut to 2: at most 64 whole numbers from 1 to 1024.',
      'Baseline (base): “0” is neither a batch size nor exact or float64; it was left at 1.',
      'Unit (unit): “feet” is none of absolute, ulp, relative; it was left at relative.',
      'Selected output (cell): “a” is no place such as 4,17; it was left at nothing.',
    ]);
  });

  it('leave the theme to messages of an embedding page', () => {
    const dark: Settings = { ...INITIAL_SETTINGS, theme: 'dark' };
    expect(encodeSettings(dark)).toBe('');
    expect(encodeSettings(dark, 'embed')).toBe('v=1&theme=dark');
    expect(decodeSettings('theme=dark').settings.theme).toBe('auto');
    expect(decodeSettings('theme=dark', 'embed').settings.theme).toBe('dark');
  });

  it('have a name each, and a first value that reads back', () => {
    const names = SETTING_KEYS.map((key) => SETTINGS[key].name);
    expect(new Set(names).size).toBe(names.length);
    for (const key of SETTING_KEYS) {
      const setting = settingOf(key);
      expect(setting.parse(setting.print(setting.initial))).toEqual({ ok: true, value: { value: setting.initial } });
    }
  });
});
