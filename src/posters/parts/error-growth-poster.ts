import { countAt } from '../../lib/power-of-two';
import { powerText, sizeText } from '../../lib/size-text';
import { boundsFinding } from '../../figures/error-growth/bounds-finding';
import { chosenDomains, chosenSeries } from '../../figures/error-growth/chosen-series';
import type { FigureValues } from '../../share/figure-settings';
import type { OfflineRunner } from '../offline-runner';
import { growthDrawing } from '../drawings/growth-drawing';
import type { Poster } from '../poster';

const NUMBERS = { positive: 'all positive', uniform: 'of both signs', cancelling: 'made to cancel' } as const;

export function errorGrowthPoster(choice: FigureValues<'error-growth'>, runner: OfflineRunner): Poster {
  const { result } = runner.compute('growth', 'error-growth', choice);
  const { data, power, method, exponent } = choice;
  return {
    subject: `The error of sums of products ${NUMBERS[data]}${data === 'cancelling' ? ` (condition number ${Number.isInteger(power) ? powerText(10, power) : sizeText(10 ** power)})` : ''}, against their number K.`,
    finding: boundsFinding(result, method, countAt(exponent)),
    drawing: growthDrawing(chosenSeries(result, method), chosenDomains(result)),
  };
}
