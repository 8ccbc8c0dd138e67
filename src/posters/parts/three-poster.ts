import { numberText } from '../../lib/number-text';
import { sumsFinding } from '../../figures/sum-of-three/sums-finding';
import { threeSums } from '../../figures/sum-of-three/three-sums';
import type { FigureValues } from '../../share/figure-settings';
import { bracketsDrawing } from '../drawings/brackets-drawing';
import type { Poster } from '../poster';

export function threePoster({ numbers }: FigureValues<'sum-of-three'>): Poster {
  const [a, b, c] = numbers.map(numberText);
  const sums = threeSums(numbers);
  const { left, right } = sums;
  return {
    subject: `a = ${a}, b = ${b}, c = ${c}.`,
    finding: [...sumsFinding(sums).filter((sentence) => sentence !== ''), `${left.text} = ${numberText(left.result)}, ${right.text} = ${numberText(right.result)}.`],
    drawing: bracketsDrawing(sums),
  };
}
