import { describe, expect, it } from 'vitest';
import { galleryRecording } from '../experiments/gallery-recording.fixture';
import type { ParseError, Result } from '../lib/result';
import { fail, ok } from '../lib/result';
import type { Recording } from '../recordings/recording';
import { FIRST_PARTS } from '../share/part-values';
import { parseMethodList } from '../share/schedule-text';
import type { Settings } from '../share/settings';
import { INITIAL_SETTINGS } from '../share/settings';
import { experimentOf, valuesOf } from './experiment';
import type { Recordings } from './experiment';
import { recordingsFor, requestsOf } from './requests';

const NONE = new Map();
const ODD = new Map([['stdlib-0.4-127x33', ok(galleryRecording('stdlib-0.4-127x33'))]]);

describe('what a part computes with', () => {
  it('is what it is set to and what it fixes, the rest as the table has it', () => {
    expect(experimentOf('lab', FIRST_PARTS.lab, NONE)).toEqual({ settings: INITIAL_SETTINGS, notices: [] });
    expect(experimentOf('depth', { ...FIRST_PARTS.depth, netDepth: 7 }, NONE).settings).toEqual({ ...INITIAL_SETTINGS, schedule: 'pattern', netDepth: 7, netInputs: FIRST_PARTS.depth.netInputs });
    expect(experimentOf('heatmap', FIRST_PARTS.heatmap, NONE).settings).toMatchObject({ ...INITIAL_SETTINGS, wholeBatch: 16, data: 'recorded' });
    expect(experimentOf('heatmap', { ...FIRST_PARTS.heatmap, view: 'rows' }, NONE).settings.view).toBe('whole');
    expect(experimentOf('remedy-predictions', valuesOf(FIRST_PARTS, 'remedy-predictions'), NONE).settings).toEqual({ ...INITIAL_SETTINGS, netBatch: 8 });
  });

  it('has the size, row and batch sizes that its recording brings, in the very first request', () => {
    const values = { ...FIRST_PARTS.heatmap, recording: 'stdlib-0.4-127x33', baseline: 5 };
    const { settings } = experimentOf('heatmap', values, ODD);
    expect(settings).toMatchObject({ inFeatures: 127, outFeatures: 33, baseline: settings.batches[0] });
    expect(requestsOf('heatmap', values, { recordings: NONE, gallery: null, explained: null }).sweep).toBeNull();
    expect(requestsOf('heatmap', values, { recordings: ODD, gallery: null, explained: null }).sweep).toMatchObject({ ok: true, value: { spec: { layer: { inFeatures: 127, outFeatures: 33 }, batches: settings.batches } } });
    // The Lab keeps its own size.
    expect(experimentOf('lab', { ...FIRST_PARTS.lab, recording: 'stdlib-0.4-127x33' }, ODD).settings.inFeatures).toBe(768);
  });

  it('explains results of a known layer by the recordings with as many products, once all of them have come or failed', () => {
    const layer = { inFeatures: 127, outFeatures: 33, rows: 1, x: new Float32Array(127), weight: new Float32Array(33 * 127), bias: null };
    const explained = { layer, results: [new Float32Array(33), new Float32Array(33)] };
    const float32 = { inFeatures: 127, dtype: 'float32', output: 'float32' } as const;
    const gallery = ok([{ ...float32, name: 'stdlib-0.4-127x33' }, { ...float32, name: 'lost' }, { ...float32, name: 'short', inFeatures: 4 }, { ...float32, name: 'rounded', output: 'bfloat16' as const }, { ...float32, name: 'other', dtype: 'bfloat16' as const }]);
    const ask = (recordings: Recordings) => ({ needed: recordingsFor('explanation', {}, { recordings, gallery, explained }), request: requestsOf('explanation', {}, { recordings, gallery, explained }).explain });
    expect(ask(ODD)).toEqual({ needed: ['stdlib-0.4-127x33', 'lost'], request: null });
    const { request } = ask(new Map<string, Result<Recording, ParseError>>([...ODD, ['lost', fail({ message: 'It is not there.' })]]));
    expect(request).toMatchObject({ ok: true, value: { spec: { layer: { inFeatures: 127, bias: false }, results: explained.results, recordings: [{ name: 'stdlib-0.4-127x33' }] } } });
    expect(requestsOf('explanation', {}, { recordings: ODD, gallery: null, explained }).explain).toBeNull();
    expect(requestsOf('explanation', {}, { recordings: ODD, gallery, explained: null }).explain).toBeNull();
  });

  it('makes long sums only when they are read', () => {
    const growth = (some: object) => experimentOf('error-growth', { ...FIRST_PARTS['error-growth'], ...some }, NONE).settings;
    expect(growth({})).toMatchObject({ view: 'growth', growthMaxExponent: 16, condition: 1e6, growthTrials: 32 });
    expect(growth({ exponent: 17, power: 30 })).toMatchObject({ growthMaxExponent: 20, condition: 1e30 });
  });

  it('adds up on tensor cores what all curves get in a short format, and says which of them take no such numbers', () => {
    const ask = (curves: string, format: Settings['format']) => {
      const read = parseMethodList(curves);
      const values = { ...FIRST_PARTS.lab, view: 'growth', format, growthOrders: read.ok ? read.value : [] } as const;
      return requestsOf('lab', values, { recordings: NONE, gallery: null, explained: null }).growth;
    };
    const curves = 'sequential;sequential(h100)';
    expect(ask(curves, 'bfloat16')).toMatchObject({ ok: true, value: { spec: { methods: [{ inputs: 'bfloat16' }, { inputs: 'bfloat16', method: { family: { adder: 'h100' } } }] } } });
    expect(ask(curves, 'float32')).toMatchObject({ ok: true, value: { spec: { methods: [{ inputs: 'tf32' }, { inputs: 'tf32', method: { family: { adder: 'h100' } } }] } } });
    expect(ask('sequential(v100)', 'bfloat16')).toEqual({ ok: false, error: { message: 'v100 takes no bfloat16, only float16.' } });
    expect(ask('sequential(h100-fp8)', 'float32')).toEqual({ ok: false, error: { message: 'h100-fp8 takes no float32, of which others make TF32, only float8_e4m3, float8_e5m2.' } });
    expect(ask('sequential(h100-fp8)', 'float8_e4m3')).toMatchObject({ ok: true });
    // Without adders, the numbers of all curves are float32 still, whatever the format of the layer.
    expect(JSON.stringify(ask('sequential', 'bfloat16'))).not.toMatch(/inputs|factors/);
  });

  it('shares one request for the drift between the figure and what the text asks of it', () => {
    const sources = { recordings: NONE, gallery: null, explained: null };
    const key = (id: 'drift' | 'drift-prediction', values: object) => requestsOf(id, values, sources).drift;
    expect(key('drift-prediction', {})).toEqual(key('drift', FIRST_PARTS.drift));
    expect(key('drift', { ...FIRST_PARTS.drift, lines: 'mean', sum: 'v100', exponent: 14 })).toEqual(key('drift', FIRST_PARTS.drift));
    expect(key('drift', { ...FIRST_PARTS.drift, exponent: 15 })).toMatchObject({ ok: true, value: { spec: { maxExponent: 16 } } });
  });

  it('is cut down to what can be computed, with a reason, and the settings stay', () => {
    const values = { ...FIRST_PARTS.lab, view: 'whole', wholeBatch: 1024, inFeatures: 4096, outFeatures: 4096 } as const;
    expect(experimentOf('lab', values, NONE)).toMatchObject({ settings: { wholeBatch: 39 }, notices: [expect.stringContaining('a batch of 39')] });
    expect(experimentOf('lab', { ...values, inFeatures: 16 }, NONE)).toMatchObject({ settings: { wholeBatch: 1024 }, notices: [] });
  });

  it('is the same object until the values or the recording that shapes it are others', () => {
    const values = { ...FIRST_PARTS.heatmap, recording: 'stdlib-0.4-127x33' };
    const first = experimentOf('heatmap', values, NONE);
    expect(experimentOf('heatmap', values, new Map([['other', fail({ message: 'none' })]]))).toBe(first);
    const shaped = experimentOf('heatmap', values, ODD);
    expect(shaped).not.toBe(first);
    expect(experimentOf('heatmap', values, new Map(ODD))).toBe(shaped);
  });
});
