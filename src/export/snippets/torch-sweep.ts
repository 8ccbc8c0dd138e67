import { differing } from '../../experiments/differences';
import type { ParseError, Result } from '../../lib/result';
import { fail, ok } from '../../lib/result';
import { outputDtype } from '../../linear/output-format';
import type { Baseline } from '../../share/special-settings';
import { otherAdderOf } from '../../share/other-adder';
import { baselineValues } from '../../store/baseline-values';
import type { SweepResult } from '../../store/results';
import { originOf } from './layer-calls';
import { pythonComment } from './python-literals';
import { torchCall, torchLayerText, torchPromise } from './torch-layer';

/** Code that shows the same effect with the reader's own library, with the page's results in comments. */
export function torchSweep(head: readonly string[], sweep: SweepResult, baseline: Baseline): Result<string, ParseError> {
  const { spec, rows } = sweep;
  if (otherAdderOf(baseline) !== null) return fail({ message: 'One script runs on one GPU: save the outputs on each of the two and compare them.' });
  const { layer, row, batches, schedule } = spec;
  const made = torchLayerText(layer, row + Math.max(...batches), row);
  if (!made.ok) return made;
  const isBatch = typeof baseline === 'number';
  const base = baselineValues(sweep, baseline, 0);
  const from = isBatch ? `batch ${baseline}` : 'a sum in float64';
  const double = layer.bias ? 'nn.functional.linear(x[:1].double(), layer.weight.double(), layer.bias.double())' : 'nn.functional.linear(x[:1].double(), layer.weight.double())';
  const reference = `${double}[0]${{ float64: '', float32: '.float()', bfloat16: '.bfloat16()', float16: '.half()' }[outputDtype(layer)]}`;
  const { origin, notes } = originOf(schedule, rows);
  return ok(`${head.map(pythonComment).join('\n')}
${made.value}

with torch.no_grad():
    outputs = {n: ${torchCall(layer, 'x[:n]')}[0] for n in [${batches.join(', ')}]}
    base = ${isBatch ? `outputs[${baseline}]` : reference}
for n, y in outputs.items():
    print(f"batch {n}: {(y != base).sum()} of ${layer.outFeatures} outputs differ from ${from}, by at most {(y - base).abs().max():.3g}")

${[
  `The page shows, for ${origin}, against ${isBatch ? from : `the ${baseline} sum`}:`,
  ...rows.map(({ batch, values }) => `  batch ${batch}: ${base === null ? 'not computed yet' : `${differing(values, base, outputDtype(layer))} of ${layer.outFeatures}`}`),
  ...notes,
  ...torchPromise(layer),
]
  .map(pythonComment)
  .join('\n')}
`);
}
