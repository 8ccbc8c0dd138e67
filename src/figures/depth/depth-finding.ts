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
  const sentences = [`${through}, ${outputsDiffer(last.differing, last.of)}: by ${sizeText(last.median)} of the layer’s size in the median and ${sizeText(last.max)} at most.`];
  if (layers.length > 1 && first.median > 0) {
    const factor = last.median / first.median;
    if (factor > 1.2) sentences.push(`The median is ${sizeText(factor)} times that of the first layer.`);
    else if (factor < 1 / 1.2) sentences.push(`The median was ${sizeText(first.median)} after the first layer: here it shrinks.`);
    else sentences.push('The first layer had about as much: here depth adds nothing.');
  }
  sentences.push(`One row alone is itself ${sizeText(last.error)} away from the same network in float64: ${compared(last.median, last.error, spec.network.between)}`);
  return sentences;
}

function compared(difference: number, error: number, format: string): string {
  if (difference > error * 100) return 'the two calls differ far more than that.';
  if (difference * 100 < error) return `what ${format} loses between the layers is far more than what the order changes.`;
  return 'neither call is the right one.';
}
