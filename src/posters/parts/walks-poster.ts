import { orderColour } from '../../figures/order-colours';
import { walkLibraries, walkPair } from '../../figures/walks/walk-choices';
import { walkOf } from '../../figures/walks/walk-of-order';
import { walkText } from '../../figures/walks/walk-words';
import { height } from '../../orders/height';
import { orderKey } from '../../orders/order-key';
import type { FigureValues } from '../../share/figure-settings';
import type { Bench } from '../bench';
import { walksDrawing } from '../drawings/walks-drawing';
import type { Poster } from '../poster';

export function walksPoster(values: FigureValues<'walks'>, bench: Bench): Poster {
  const pair = walkPair(walkLibraries(bench.gallery), values);
  if (pair === null) throw new Error('There is no recording to walk through.');
  const { library, layer } = pair;
  const walks = [pair.left, pair.right].map(({ batch, parts }) => {
    const { order } = parts[0]!;
    return { batch, walk: walkOf(order), height: height(order), colour: `var(${orderColour(orderKey(order))})` };
  });
  return {
    subject: `${library.label}, K = ${layer.products}, ${layer.provenance}.`,
    finding: walks.map(({ batch, walk, height: h }) => `Batch ${batch}: ${walkText(walk)} Height ${h}.`),
    drawing: walksDrawing(walks),
  };
}
