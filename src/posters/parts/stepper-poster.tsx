import { orderMarks } from '../../figure-parts/order-colours';
import { kahanSteps } from '../../figures/stepper/kahan-steps';
import { kahanCounts } from '../../figures/stepper/nearer-order';
import { stepList } from '../../figures/stepper/step-list';
import { KAHAN_SEEDS, StepVerdict } from '../../figures/stepper/step-verdict';
import { DATA_LABELS } from '../../figures/stepper/stepper-data';
import { fitted } from '../../figures/stepper/stepper-state';
import { stepperSum } from '../../figures/stepper/stepper-sum';
import { leavesBelow } from '../../orders/binary-tree';
import { orderKey } from '../../orders/order-key';
import type { FigureValues } from '../../share/figure-settings';
import { printMethod } from '../../share/schedule-text';
import { stepsDrawing } from '../drawings/steps-drawing';
import type { Poster } from '../poster';
import { staticText } from '../static-text';

export function stepperPoster(values: FigureValues<'stepper'>): Poster {
  const state = fitted(values);
  const { products, seed, data, method, kahan } = state;
  const { order, tree, x, w, adder } = stepperSum(state);
  const key = orderKey(order);
  const list = stepList(tree, x, w, adder);
  const track = kahan ? kahanSteps(leavesBelow(tree, tree.root), x, w) : null;
  return {
    subject: `${products} products (${DATA_LABELS[data]}; seed ${seed}${adder ? `, rounded to ${adder.format}` : ''}), order ${printMethod(method)}.`,
    finding: [staticText(<StepVerdict list={list} kahan={track} counts={kahan ? kahanCounts(order, data, KAHAN_SEEDS) : null} />)],
    drawing: stepsDrawing(list, track, orderMarks([key]).get(key)!.colour),
  };
}
