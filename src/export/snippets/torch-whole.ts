import { differing } from '../../experiments/differences';
import type { ParseError, Result } from '../../lib/result';
import { ok } from '../../lib/result';
import type { WholeResult } from '../../store/results';
import { originOf } from './layer-calls';
import { pythonComment } from './python-literals';
import { torchCall, torchLayerText, torchPromise } from './torch-layer';

/** Code that compares one call with its rows one at a time in the reader's own library. */
export function torchWhole(head: readonly string[], { spec, together, baseline, rowsDone }: WholeResult): Result<string, ParseError> {
  const { layer, schedule, batch } = spec;
  const made = torchLayerText(layer, batch);
  if (!made.ok) return made;
  const found = rowsDone === batch ? `${differing(together, baseline)} of ${together.length} outputs differ.` : 'not all rows are computed yet.';
  return ok(`${head.map(pythonComment).join('\n')}
${made.value}

with torch.no_grad():
    together = ${torchCall(layer, 'x')}
    alone = torch.cat([${torchCall(layer, 'row[None]')} for row in x])
differ = together != alone
print(f"{differ.sum()} of {differ.numel()} outputs differ, by at most {(together - alone).abs().max():.3g}")

${[`The page shows, for ${originOf(schedule)}: ${found}`, ...torchPromise(layer)].map(pythonComment).join('\n')}
`);
}
