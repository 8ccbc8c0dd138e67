import { powerText } from '../../charts/log-axis';
import { boundsFinding } from '../../figures/error-growth/bounds-finding';
import { chosenSeries } from '../../figures/error-growth/chosen-series';
import { settingsOfChoice } from '../../figures/error-growth/growth-choice';
import { growthDomains } from '../../figures/growth/growth-series';
import { sizeText } from '../../numerics/size-text';
import type { FigureValues } from '../../share/figure-settings';
import { INITIAL_SETTINGS } from '../../share/settings';
import type { Bench } from '../bench';
import { growthDrawing } from '../drawings/growth-drawing';
import type { Poster } from '../poster';

const NUMBERS = { positive: 'all positive', uniform: 'of both signs', cancelling: 'made to cancel' } as const;

export function errorGrowthPoster(choice: FigureValues<'error-growth'>, bench: Bench): Poster {
  const { result } = bench.compute('growth', { ...INITIAL_SETTINGS, view: 'growth', ...settingsOfChoice(choice) });
  const { data, power, method } = choice;
  return {
    subject: `The error of sums of products ${NUMBERS[data]}${data === 'cancelling' ? ` (condition number ${Number.isInteger(power) ? powerText(10, power) : sizeText(10 ** power, 2)})` : ''}, against their number K.`,
    finding: boundsFinding(result, method),
    drawing: growthDrawing(chosenSeries(result, method), growthDomains(result)),
  };
}
