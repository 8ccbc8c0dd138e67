import { threadLayer } from '../../experiments/thread-layer';
import type { ThreadResult } from '../../store/results';
import { originOf } from './layer-calls';
import { pythonComment } from './python-literals';
import { threadCode } from './thread-code';
import { torchPromise } from './torch-layer';

/** The thread's code, with the page's results for the chosen library. */
export function torchThread(head: readonly string[], { spec, rows }: ThreadResult): string {
  const { thread, recording, seed } = spec;
  const { origin, notes } = originOf({ kind: 'recording', recording }, rows);
  return `${head.map(pythonComment).join('\n')}
${threadCode(thread, seed)}

${[
  `The page computes, for ${origin}:`,
  ...rows.map(({ batch, meanText, outputTexts }) => `  n = ${batch}: ${meanText}${outputTexts.length === 0 ? '' : ` [${outputTexts.join(', ')}]`}`),
  ...notes,
  ...torchPromise(threadLayer(spec)),
]
  .map(pythonComment)
  .join('\n')}
`;
}
