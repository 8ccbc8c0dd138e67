import { growthFinding } from '../../figure-parts/growth/growth-finding';
import { growthDomains, growthSeries } from '../../figure-parts/growth/growth-series';
import { sweepFinding } from '../../figure-parts/sweep/sweep-finding';
import type { Settings } from '../../share/settings';
import { INITIAL_SETTINGS } from '../../share/settings';
import type { OfflineRunner } from '../offline-runner';
import { growthDrawing } from '../drawings/growth-drawing';
import type { Poster } from '../poster';
import { sweepPoster } from './sweep-poster';
import { wholePoster } from './whole-poster';

/** The Lab, in whichever view it stands. */
export function labPoster(values: Partial<Settings>, runner: OfflineRunner): Poster {
  const settings = { ...INITIAL_SETTINGS, ...values };
  switch (settings.view) {
    case 'sweep':
      return sweepPoster(settings, runner, sweepFinding);
    case 'whole':
      return wholePoster(settings, runner);
    case 'growth': {
      const { result } = runner.compute('growth', settings);
      return { subject: 'The error of sums, against their number of products K.', finding: growthFinding(result), drawing: growthDrawing(growthSeries(result), growthDomains(result)) };
    }
  }
}
