import { growthFinding } from '../../figures/growth/growth-finding';
import { growthDomains, growthSeries } from '../../figures/growth/growth-series';
import { sweepFinding } from '../../figures/sweep/sweep-finding';
import type { Settings } from '../../share/settings';
import { INITIAL_SETTINGS } from '../../share/settings';
import type { Bench } from '../bench';
import { growthDrawing } from '../drawings/growth-drawing';
import type { Poster } from '../poster';
import { sweepPoster } from './sweep-poster';
import { wholePoster } from './whole-poster';

/** The Lab, in whichever view it stands. */
export function labPoster(values: Partial<Settings>, bench: Bench): Poster {
  const settings = { ...INITIAL_SETTINGS, ...values };
  switch (settings.view) {
    case 'sweep':
      return sweepPoster(settings, bench, sweepFinding);
    case 'whole':
      return wholePoster(settings, bench);
    case 'growth': {
      const { result } = bench.compute('growth', settings);
      return { subject: 'The error of sums, against their number of products K.', finding: growthFinding(result), drawing: growthDrawing(growthSeries(result), growthDomains(result)) };
    }
  }
}
