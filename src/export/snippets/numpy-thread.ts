import { threadLayer } from '../../experiments/thread-layer';
import type { ParseError, Result } from '../../lib/result';
import type { ThreadResult } from '../../store/results';
import { groupedCalls, originOf } from './layer-calls';
import { numpyLayer } from './numpy-layer';
import { pythonString } from './python-literals';

/** What the thread's code prints in this library's orders, line by line and to the last digit. */
export function numpyThread(head: readonly string[], { spec, rows }: ThreadResult): Result<string, ParseError> {
  const { thread, recording } = spec;
  const shown = thread.printed[0]?.first5?.length ?? 0;
  const calls = { layer: threadLayer(spec), rows: [0, 0] as const, calls: groupedCalls(rows), ...originOf({ kind: 'recording', recording }, rows), column: null };
  return numpyLayer(
    head,
    calls,
    () => `
outputs = {}
for batches, orders in calls:
    y = linear(x, orders)[0]
    outputs.update((n, y) for n in batches)

# torch.mean adds the outputs up in this order (a product with 1 is exact), and divides in float32.
mean_order = ${pythonString(thread.meanOrder, '')}
ones = np.ones((1, N), np.float32)
for n in [${rows.map(({ batch }) => batch).join(', ')}]:
    y = outputs[n]
    mean = add_up(mean_order, y[None], ones, None)[0, 0] / np.float32(N)
    print(${shown === 0 ? 'float(mean)' : `float(mean), y[:${shown}].tolist()`})
`,
  );
}
