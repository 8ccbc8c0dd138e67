import { sizeText } from '../../lib/size-text';
import { outputsDiffer, plural } from '../../lib/words';
import type { DepthResult } from '../../store/results';

/** What the layers show, in sentences. */
export function depthFinding({ spec, layers }: DepthResult): string[] {
  const first = layers[0];
  const last = layers.at(-1);
  if (first === undefined || last === undefined) return ['The first layer is being added up.'];
  const through = layers.length === 1 ? 'After the first layer' : `After ${layers.length} layers`;
  if (layers.every(({ differing }) => differing === 0)) return [`${through}, all ${plural(last.of, 'output')} agree to the bit: the two calls are added up in the same order.`];
  return [`${through}, ${outputsDiffer(last.differing, last.of)}, by ${sizeText(last.median)} of the layer’s size in the median${grown(first.median, last.median)}.`, `One row alone errs by ${sizeText(last.error)}: ${compared(last.median, last.error, spec.network.between)}`];
}

/** How the median developed since the first layer. */
function grown(first: number, last: number): string {
  if (first === 0 || first === last) return '';
  const factor = last / first;
  if (factor > 1.2) return `, ${sizeText(factor)} times the first layer’s`;
  return factor < 1 / 1.2 ? `: it shrinks from ${sizeText(first)} after the first` : ', as after the first layer';
}

function compared(difference: number, error: number, format: string): string {
  if (difference > error * 100) return 'the two calls differ far more.';
  if (difference * 100 < error) return `what ${format} loses is far more than what the order changes.`;
  return 'neither call is the right one.';
}
