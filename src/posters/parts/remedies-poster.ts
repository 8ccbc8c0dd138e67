import { REMEDY_TEXTS } from '../../figures/switchboard/remedy-texts';
import { formatCount, formatList, layerTitle } from '../../lib/words';
import type { FigureValues } from '../../share/figure-settings';
import type { OfflineRunner } from '../offline-runner';
import { barsDrawing } from '../drawings/bars-drawing';
import { ordersText } from '../orders-text';
import type { Poster } from '../poster';

export function remediesPoster(values: FigureValues<'switchboard'>, runner: OfflineRunner): Poster {
  const { result, fitted } = runner.compute('remedies', 'switchboard', values);
  const { remedies, of, spec } = result;
  const [plain] = remedies;
  const none = remedies.filter(({ differing }) => differing === 0).map(({ name }) => REMEDY_TEXTS[name].name.toLowerCase());
  return {
    subject: `A layer ${layerTitle({ inFeatures: spec.layer.inFeatures, outFeatures: of })}, 1 row against ${spec.batch}, ${ordersText(fitted, runner)}.`,
    finding: [
      `As it is, ${formatCount(plain!.differing)} of ${formatCount(of)} outputs differ.`,
      none.length === 0 ? 'No remedy here leaves none.' : `No output differs any more with: ${formatList(none)}.`,
    ],
    drawing: barsDrawing(
      'outputs that still differ',
      remedies.map(({ name, differing }) => ({ name: REMEDY_TEXTS[name].name, parts: [{ share: differing / of, colour: 'var(--differs)' }], text: `${formatCount(differing)} of ${formatCount(of)}` })),
    ),
  };
}
