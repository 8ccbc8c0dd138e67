import { growthFinding } from '../../figure-parts/growth/growth-finding';
import { growthDomains, growthSeries } from '../../figure-parts/growth/growth-series';
import { sweepFinding } from '../../figure-parts/sweep/sweep-finding';
import type { PartValues } from '../../share/part-values';
import type { OfflineRunner } from '../offline-runner';
import { growthDrawing } from '../drawings/growth-drawing';
import type { Poster } from '../poster';
import { sweepPoster } from './sweep-poster';
import { wholePoster } from './whole-poster';

/** The Lab, in whichever view is set. */
export function labPoster(values: PartValues['lab'], runner: OfflineRunner): Poster {
  switch (values.view) {
    case 'sweep':
      return sweepPoster('lab', values, runner, sweepFinding);
    case 'whole':
      return wholePoster('lab', values, runner);
    case 'growth': {
      const { result } = runner.compute('growth', 'lab', values);
      return { subject: 'The error of sums, against their number of products K.', finding: growthFinding(result), drawing: growthDrawing(growthSeries(result), growthDomains(result)) };
    }
  }
}
