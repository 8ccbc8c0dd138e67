import { differing } from '../../experiments/differences';
import type { LayerSpec } from '../../experiments/layer-spec';
import type { ParseError, Result } from '../../lib/result';
import { fail, ok } from '../../lib/result';
import type { WholeResult } from '../../store/results';
import { originOf } from './layer-calls';
import { pythonComment } from './python-literals';
import { torchCall, torchLayerText, torchPromise } from './torch-layer';

/** Code that compares one call with its rows one at a time, or with its own row 0 where one row is repeated, in the reader's own library. */
export function torchWhole(head: readonly string[], whole: WholeResult): Result<string, ParseError> {
  const { layer, schedule, batch, repeatedRow, otherAdder } = whole.spec;
  if (otherAdder !== undefined) return fail({ message: 'One script runs on one GPU: save the outputs on each of the two and compare them.' });
  const made = torchLayerText(layer, repeatedRow === null ? batch : repeatedRow + 1, repeatedRow ?? 0);
  if (!made.ok) return made;
  const found = foundText(whole);
  const { origin, notes } = originOf(schedule, [whole.plans]);
  return ok(`${head.map(pythonComment).join('\n')}
${made.value}

${repeatedRow === null ? aloneText(layer) : repeatedText(layer, batch)}

${[`The page shows, for ${origin}: ${found}`, ...notes, ...torchPromise(layer)].map(pythonComment).join('\n')}
`);
}

function foundText({ spec: { batch, repeatedRow }, together, baseline, rowsDone, results }: WholeResult): string {
  if (rowsDone < batch) return 'not all rows are computed yet.';
  return repeatedRow === null ? `${differing(together, baseline)} of ${together.length} outputs differ.` : `${results?.length ?? 1} different ${results?.length === 1 ? 'result' : 'results'}.`;
}

function aloneText(layer: LayerSpec): string {
  return `with torch.no_grad():
    together = ${torchCall(layer, 'x')}
    alone = torch.cat([${torchCall(layer, 'row[None]')} for row in x])
differ = together != alone
print(f"{differ.sum()} of {differ.numel()} outputs differ, by at most {(together - alone).abs().max():.3g}")`;
}

function repeatedText(layer: LayerSpec, batch: number): string {
  return `x = x.repeat(${batch}, 1)  # one row, ${batch} times
with torch.no_grad():
    y = ${torchCall(layer, 'x')}
begins = {}
for row, values in enumerate(y):
    begins.setdefault(tuple(values.tolist()), row)
print(f"One row, ${batch} times in one call: {len(begins)} different results, from rows {list(begins.values())}")`;
}
