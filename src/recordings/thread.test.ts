import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pythonRepr } from '../lib/python-repr';
import { parseOrder } from '../orders/parse-order';
import { parseRecording } from './parse-recording';
import { classOf } from './recording';
import { THREAD } from './thread';

describe('the thread', () => {
  it('printed 35 numbers', () => {
    expect(THREAD.flatMap(({ printed }) => printed).reduce((sum, { first5 }) => sum + 1 + (first5?.length ?? 0), 0)).toBe(35);
  });

  for (const { name, recording: file, printed, meanOrder, ...shape } of THREAD) {
    const parsed = parseRecording(readFileSync(new URL(`../../public/recordings/${file}.json`, import.meta.url), 'utf8'));
    if (!parsed.ok) throw new Error(parsed.error.message);
    const recording = parsed.value;

    it(`has a recording on the same data for every batch size of ${name}`, () => {
      const { inFeatures, outFeatures, rows, seed, uniform } = shape;
      expect(recording.operation).toEqual({ inFeatures, outFeatures, bias: true, dtype: 'float32', output: 'float32' });
      expect(recording.data).toEqual({ kind: 'torch', seed, rows, uniform });
      for (const { batch } of printed) expect(recording.calls.some((call) => call.batch === batch && classOf(call, 0) !== undefined)).toBe(true);
      expect(parseOrder(meanOrder, { products: outFeatures, bias: false }).ok).toBe(true);
    });

    it(`printed the recorded outputs of ${name}`, () => {
      for (const { batch, first5 } of printed) {
        const values = recording.outputs.find((output) => output.batch === batch)?.values ?? [];
        if (first5) expect([...values.slice(0, 5)].map(pythonRepr)).toEqual(first5);
      }
    });
  }
});
