import type { ParseError, Result } from '../../lib/result';
import { fail } from '../../lib/result';
import type { WholeResult } from '../../store/results';
import { originOf } from './layer-calls';
import { numpyLayer } from './numpy-layer';

/** Compares all rows of one call with the same rows one at a time, to the bit. */
export function numpyWhole(head: readonly string[], { spec, plans }: WholeResult, column: number | null): Result<string, ParseError> {
  const { layer, schedule, batch } = spec;
  if (schedule.kind === 'recording' && schedule.recording.calls.some((call) => call.batch === batch && call.row > 0)) {
    return fail({ message: 'This recording has an order for each row of the call; the snippet has room for one.' });
  }
  const calls = [
    { batches: [batch], orders: plans.together },
    { batches: [1], orders: plans.alone },
  ];
  const word = layer.format === 'float64' ? 'uint64' : 'uint32';
  const tail = (only: number | null): string => `
together, alone = (linear(x, orders) for batches, orders in calls)
differ = together.view(np.${word}) != alone.view(np.${word})
print(f"{differ.sum()} of {differ.size} ${only === null ? 'outputs' : `values of output ${only}`} differ between one call of ${batch} rows and the same rows one at a time;")
print(f"{(~differ.any(axis=1)).sum()} rows have no difference at all.")
`;
  return numpyLayer(head, { layer, rows: [0, batch - 1], calls, origin: originOf(schedule), column }, tail);
}
