import { formatOf, GPU_NAMES, stepOf } from '../../figures/tensor-core/step';
import { stepFinding, stepNotes } from '../../figures/tensor-core/step-words';
import type { FigureValues } from '../../share/figure-settings';
import { alignedDrawing } from '../drawings/aligned-drawing';
import type { Poster } from '../poster';

export function tensorCorePoster(values: FigureValues<'tensor-core'>): Poster {
  const { adder, accumulator, factors } = values;
  return {
    subject: `One step of a tensor core of ${GPU_NAMES[adder]}: an accumulator and ${factors.length} products of ${formatOf(adder).replace('_', ' ')} numbers.`,
    finding: [...stepFinding(values), ...stepNotes(values)],
    drawing: alignedDrawing(stepOf(adder, accumulator, factors)),
  };
}
