import { experimentSettings } from '../../figures/fixed-settings';
import { REMEDY_TEXTS } from '../../figures/switchboard/remedy-texts';
import { counted, listed } from '../../figures/words/words';
import type { FigureValues } from '../../share/figure-settings';
import type { Bench } from '../bench';
import { barsDrawing } from '../drawings/bars-drawing';
import { ordersText } from '../orders-text';
import type { Poster } from '../poster';

export function switchboardPoster(values: FigureValues<'switchboard'>, bench: Bench): Poster {
  const { result, fitted } = bench.compute('remedies', experimentSettings('switchboard', values));
  const { remedies, of, spec } = result;
  const [plain] = remedies;
  const none = remedies.filter(({ differing }) => differing === 0).map(({ name }) => REMEDY_TEXTS[name].name.toLowerCase());
  return {
    subject: `A layer ${spec.layer.inFeatures} → ${of}, 1 row against ${spec.batch}, ${ordersText(fitted, bench)}.`,
    finding: [
      `As it is, ${counted(plain!.differing)} of ${counted(of)} outputs differ.`,
      none.length === 0 ? 'No remedy here leaves none.' : `No output differs any more with: ${listed(none)}.`,
    ],
    drawing: barsDrawing(
      'outputs that still differ',
      remedies.map(({ name, differing }) => ({ name: REMEDY_TEXTS[name].name, parts: [{ share: differing / of, colour: 'var(--differs)' }], text: `${counted(differing)} of ${counted(of)}` })),
    ),
  };
}
