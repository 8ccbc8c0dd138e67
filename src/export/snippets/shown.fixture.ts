import type { SweepPartial, SweepSpec } from '../../experiments/batch-sweep';
import { batchSweep } from '../../experiments/batch-sweep';
import { newExperimentContext } from '../../experiments/experiment-context';
import { galleryRecording } from '../../experiments/gallery-recording.fixture';
import { runToEnd } from '../../experiments/step';
import type { ThreadSpec } from '../../experiments/thread';
import { thread } from '../../experiments/thread';
import type { WholeBatchSpec } from '../../experiments/whole-batch';
import { wholeBatch } from '../../experiments/whole-batch';
import { FROUND_WITH_ADDERS } from '../../linear/groups';
import { meanOrderOf } from '../../recordings/mean-order';
import { THREAD } from '../../recordings/thread';
import { COLLECTORS } from '../../store/collect';
import type { SweepResult, ThreadResult, WholeResult } from '../../store/results';

/** Finished results as the page has them, for tests. */
export function sweepResult(spec: SweepSpec): SweepResult {
  const { values, problem } = runToEnd<SweepPartial>(batchSweep(spec, newExperimentContext(FROUND_WITH_ADDERS)));
  if (problem !== null) throw new Error(problem.message);
  return values.reduce<SweepResult | null>((before, piece) => COLLECTORS.sweep(spec, before, piece), null)!;
}

export function wholeResult(spec: WholeBatchSpec): WholeResult {
  const { values, problem } = runToEnd(wholeBatch(spec));
  if (problem !== null) throw new Error(problem.message);
  return values.reduce<WholeResult | null>((before, piece) => COLLECTORS.whole(spec, before, piece), null)!;
}

export function threadResult(caseName: string, recordingName: string, seed = 72): ThreadResult {
  const { library, operation, calls, data } = galleryRecording(recordingName);
  const found = THREAD.find(({ name }) => name === caseName)!;
  const spec: ThreadSpec = {
    thread: found,
    meanOrder: meanOrderOf(found),
    recording: { library, operation, calls },
    seed,
    uniform: data.kind === 'torch' ? data.uniform : 'fused',
  };
  return { spec, rows: runToEnd(thread(spec)).values };
}

/** A recording's sweep on its own numbers, over its batch sizes. */
export function recordedSweep(name: string): SweepResult {
  const { library, operation, calls, data } = galleryRecording(name);
  if (data.kind !== 'torch') throw new Error('The gallery’s numbers come from seeds.');
  const { inFeatures, outFeatures, bias } = operation;
  return sweepResult({
    layer: { inFeatures, outFeatures, rows: 1, bias, source: { kind: 'torch', seed: data.seed, uniform: data.uniform }, format: 'float32' },
    schedule: { kind: 'recording', recording: { library, operation, calls } },
    batches: [...new Set(calls.map(({ batch }) => batch))],
    row: 0,
  });
}
