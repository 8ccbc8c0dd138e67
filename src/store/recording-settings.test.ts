import { describe, expect, it } from 'vitest';
import { batchSweep } from '../experiments/batch-sweep';
import { newExperimentContext } from '../experiments/experiment-context';
import { galleryRecording } from '../experiments/gallery-recording.fixture';
import { runToEnd } from '../experiments/step';
import { ok } from '../lib/result';
import { FROUND_WITH_ADDERS } from '../linear/groups';
import type { Recording } from '../recordings/recording';
import { FIRST_PARTS } from '../share/part-values';
import { INITIAL_SETTINGS } from '../share/settings';
import { gpuRecording } from '../testing/gpu-recording';
import { settingsOfRecording, shapeOfRecording } from './recording-settings';
import { recordingsFor, requestsOf } from './requests';
import { partsWith } from './user-recording-parts';

describe('the shape at which a figure shows a recording', () => {
  const layer = galleryRecording('mkl-2020.4-768x768');

  it('is the figure’s own for the gallery’s layers of its size, so that it is back after a reader’s file', () => {
    const { inFeatures, outFeatures, row, batches } = INITIAL_SETTINGS;
    expect(shapeOfRecording('mkl-2020.4-768x768', layer)).toEqual({ inFeatures, outFeatures, format: 'float32', result: 'float32', row, batches });
  });

  it('is the recording’s for a reader’s file and for other sizes', () => {
    expect(shapeOfRecording('own-mkl-1', layer)).toEqual({ inFeatures: 768, outFeatures: 768, format: 'float32', result: 'float32', row: 0, batches: [1, 2, 4, 8, 128] });
    expect(shapeOfRecording('stdlib-0.4-127x33', galleryRecording('stdlib-0.4-127x33'))).toMatchObject({ inFeatures: 127, outFeatures: 33 });
  });

  it('has the formats of the recording, in which its bits come out: of TF32, that of its numbers', () => {
    const formats = ['h100-bfloat16', 'h100-tf32', 'h100-float8'].map((name) => {
      const { format, result } = shapeOfRecording('own-gpu-1', gpuRecording(name));
      expect(settingsOfRecording('own-gpu-1', gpuRecording(name))).toMatchObject({ format, result });
      return [format, result];
    });
    expect(formats).toEqual([['bfloat16', 'bfloat16'], ['float32', 'float32'], ['float8_e4m3', 'bfloat16']]);
  });
});

describe('a recording from a GPU', () => {
  const sourcesOf = (recording: Recording) => ({ recordings: new Map([['own-gpu-1', ok(recording)]]), gallery: null, explained: null });

  it.each(['h100-bfloat16', 'a100-bfloat16', 'h100-tf32', 'v100-float16', 'h100-float8'])('has its own bits in the Lab and the heatmap, and counts as recorded: %s', (name) => {
    const recording = gpuRecording(name);
    const set = partsWith('own-gpu-1', recording);
    for (const part of ['lab', 'heatmap'] as const) {
      const { sweep } = requestsOf(part, { ...FIRST_PARTS[part], ...set[part] }, sourcesOf(recording));
      if (!sweep?.ok) throw new Error(sweep?.error.message);
      const rows = runToEnd(batchSweep(sweep.value.spec, newExperimentContext(FROUND_WITH_ADDERS))).values.flatMap((value) => (value.kind === 'row' ? [value.row] : []));
      expect(rows.map(({ batch, provenance, note }) => [batch, provenance, note])).toEqual(recording.calls.map(({ batch }) => [batch, 'recorded', '']));
      for (const { batch, values } of rows) expect(values).toEqual(recording.outputs.find((one) => one.batch === batch && one.row === 0)!.values);
    }
  });

  it('is none of the thread’s, which is in float32, nor of the remedies’', () => {
    const sized = gpuRecording('h100-bfloat16');
    const recording = { ...sized, operation: { ...sized.operation, inFeatures: 4, outFeatures: 8 } };
    expect(partsWith('own-gpu-1', recording)).not.toHaveProperty('thread');
    expect(partsWith('own-gpu-1', { ...recording, operation: { ...recording.operation, dtype: 'float32', output: 'float32' } })).toHaveProperty('thread');
    const message = (part: 'thread' | 'switchboard', some: object) => {
      const { thread, remedies } = requestsOf(part, { ...FIRST_PARTS[part], ...some }, sourcesOf(recording));
      return (thread ?? remedies)?.ok === false ? (thread ?? remedies) : null;
    };
    expect(message('thread', { threadOther: 'own-gpu-1' })).toMatchObject({ error: { message: 'This recording is not in float32 throughout; the thread’s layer is.' } });
    expect(message('switchboard', { recording: 'own-gpu-1', schedule: 'recording', inFeatures: 4 })).toMatchObject({ error: { message: 'This recording is not in float32 throughout, as the remedies are.' } });
  });

  it('explains no results in float32: in TF32, too, more than the order is another', () => {
    const explained = (inFeatures: number) => ({ layer: { inFeatures, outFeatures: 12, rows: 1, x: new Float32Array(inFeatures), weight: new Float32Array(12 * inFeatures), bias: new Float32Array(12) }, results: [new Float32Array(12), new Float32Array(12)] });
    const used = (name: string) => {
      const recording = gpuRecording(name);
      const sources = { ...sourcesOf(recording), gallery: ok([{ name: 'listed', ...recording.operation }]), explained: explained(recording.operation.inFeatures) };
      return recordingsFor('explanation', {}, sources);
    };
    expect(['h100-tf32', 'h100-bfloat16', 'v100-float16'].map(used)).toEqual([[], [], []]);
  });
});
