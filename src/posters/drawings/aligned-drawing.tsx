import { placesOf } from '../../charts/aligned-terms';
import { AlignedRows, bitGrid, gridHeight } from '../../charts/marks/aligned-rows';
import type { Step } from '../../figures/tensor-core/step';
import { rowTexts } from '../../figure-parts/addition/term-words';
import { termNames } from '../../figures/tensor-core/step-words';
import type { Drawing } from '../poster';
import { WIDTH } from '../poster';

/** The terms of one step, aligned and cut. */
export function alignedDrawing(step: Step): Drawing {
  const grid = bitGrid(placesOf(step.aligned), WIDTH);
  return {
    width: WIDTH,
    height: gridHeight(grid, step.terms.length),
    marks: <AlignedRows aligned={step.aligned} texts={rowTexts(step, termNames(step.terms.length))} grid={grid} />,
  };
}
