import { REMEDY_TEXTS } from '../../figures/switchboard/remedy-texts';
import { remediesFinding } from '../../figures/switchboard/remedies-finding';
import { formatCount, layerTitle } from '../../lib/words';
import type { FigureValues } from '../../share/figure-settings';
import type { OfflineRunner } from '../offline-runner';
import { barsDrawing } from '../drawings/bars-drawing';
import { ordersText } from '../orders-text';
import type { Poster } from '../poster';

export function remediesPoster(values: FigureValues<'switchboard'>, runner: OfflineRunner): Poster {
  const { result, fitted } = runner.compute('remedies', 'switchboard', values);
  const { remedies, of, spec } = result;
  return {
    subject: `A layer ${layerTitle({ inFeatures: spec.layer.inFeatures, outFeatures: of })}, 1 row against ${spec.batch}, ${ordersText(fitted, runner)}.`,
    finding: [remediesFinding(result)],
    drawing: barsDrawing(
      'outputs that still differ',
      remedies.map(({ name, differing }) => ({ name: REMEDY_TEXTS[name].name, parts: [{ share: differing / of, colour: 'var(--differs)' }], text: `${formatCount(differing)} of ${formatCount(of)}` })),
    ),
  };
}
