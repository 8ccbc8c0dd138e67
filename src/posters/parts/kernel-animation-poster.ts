import { formatCount } from '../../lib/words';
import { animatedLayers, animatedLibraries, animationOrders, animationPair, chosenLibrary } from '../../figures/walks/animation-choices';
import { animationOf } from '../../figures/walks/animation-of-order';
import { animationText } from '../../figures/walks/animation-words';
import { heightOf } from '../../orders/adder-steps';
import { orderKey } from '../../orders/order-key';
import type { FigureValues } from '../../share/figure-settings';
import type { OfflineRunner } from '../offline-runner';
import { animationDrawing } from '../drawings/animation-drawing';
import type { Poster } from '../poster';

export function kernelAnimationPoster(values: FigureValues<'walks'>, runner: OfflineRunner): Poster {
  const library = chosenLibrary(animatedLibraries(runner.entries), values);
  const pair = library && animationPair(animatedLayers(runner.gallery.filter(({ name }) => library.names.includes(name))), values);
  if (!library || !pair) throw new Error('There is no recording to animate.');
  const { layer } = pair;
  const marks = animationOrders(pair);
  const animations = [pair.left, pair.right].map(({ batch, parts }) => {
    const { order } = parts[0]!;
    return { batch, animation: animationOf(order), height: heightOf(order), mark: marks.get(orderKey(order))! };
  });
  return {
    subject: `${library.label}, K = ${formatCount(layer.products)}, ${layer.provenance}.`,
    finding: animations.map(({ batch, animation, height: h }) => `Batch ${batch}: ${animationText(animation)} Height ${h}.`),
    drawing: animationDrawing(animations),
  };
}
