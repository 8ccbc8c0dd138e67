import type { ParseError, Result } from '../../lib/result';
import type { Baseline } from '../../share/special-settings';
import type { SweepResult } from '../../store/results';
import { groupedCalls, originOf } from './layer-calls';
import { fail } from '../../lib/result';
import { numpyLayer } from './numpy-layer';

/** One row of x in calls of many batch sizes, to the bit, and how many outputs differ from the baseline. */
export function numpySweep(head: readonly string[], { spec, rows }: SweepResult, baseline: Baseline, column: number | null): Result<string, ParseError> {
  const { layer, row, schedule } = spec;
  const calls = { layer, rows: [row, row] as const, calls: groupedCalls(rows), ...originOf(schedule, rows), column };
  const isReference = baseline === 'exact' || baseline === 'float64';
  if (!isReference && typeof baseline !== 'number') return fail({ message: 'The NumPy code compares batch sizes, not two GPUs: choose another baseline for it.' });
  const bias = layer.bias ? 'b' : 'None';
  // A result that is rounded to a shorter format at the end is rounded to it once, from float64.
  const reference = (layer.output ?? null) === null ? `${baseline}(x, W, ${bias})[0]` : `rounded(${baseline}(x.astype(np.float64), W.astype(np.float64), ${bias}))[0]`;
  const base = isReference ? `${reference}  # each rounded to the outputs' format` : `outputs[${baseline}]`;
  const from = isReference ? `the ${baseline} sum` : `batch ${baseline}`;
  const [word, digits] = layer.format === 'float64' ? ['uint64', 16] : ['uint32', 8];
  const tail = (only: number | null): string => `
outputs = {}
for batches, orders in calls:
    y = linear(x, orders)[0]
    outputs.update((n, y) for n in batches)

base = ${base}
j = ${only === null ? (column ?? 0) : 0}
for n, y in outputs.items():
    differ = np.count_nonzero(y.view(np.${word}) != base.view(np.${word}))
    print(f"batch {n}: {differ} of {N} outputs differ from ${from}; output ${only ?? '{j}'} is {y[j]!s}, 0x{y.view(np.${word})[j]:0${digits}x}")
`;
  return numpyLayer(head, calls, tail, isReference ? [baseline] : []);
}
