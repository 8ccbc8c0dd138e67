import { experimentSettings } from '../figure-parts/fixed-settings';
import { heatmapFinding } from '../figures/heatmap/heatmap-finding';
import type { FigureId, FigureValues, PartId } from '../share/figure-settings';
import type { Settings } from '../share/settings';
import type { OfflineRunner } from './offline-runner';
import { depthPoster } from './parts/depth-poster';
import { errorGrowthPoster } from './parts/error-growth-poster';
import { flipsPoster } from './parts/flips-poster';
import { kernelMapPoster } from './parts/kernel-map-poster';
import { labPoster } from './parts/lab-poster';
import { nearerPoster } from './parts/nearer-poster';
import { stepperPoster } from './parts/stepper-poster';
import { sweepPoster } from './parts/sweep-poster';
import { remediesPoster } from './parts/remedies-poster';
import { threadPoster } from './parts/thread-poster';
import { threePoster } from './parts/three-poster';
import { tolerancePoster } from './parts/tolerance-poster';
import { kernelAnimationPoster } from './parts/kernel-animation-poster';
import { wholePoster } from './parts/whole-poster';
import type { Poster } from './poster';

type Values<P extends PartId> = P extends FigureId ? FigureValues<P> : Partial<Settings>;

/** How each part of the page becomes a poster, from what it is set to. */
const PART_POSTERS: { readonly [P in PartId]: (values: Values<P>, runner: OfflineRunner) => Poster } = {
  thread: threadPoster,
  'sum-of-three': threePoster,
  stepper: stepperPoster,
  walks: kernelAnimationPoster,
  'kernel-map': kernelMapPoster,
  heatmap: (values, runner) => sweepPoster(experimentSettings('heatmap', values), runner, heatmapFinding),
  neighbours: (values, runner) => wholePoster(experimentSettings('neighbours', values), runner),
  'error-growth': errorGrowthPoster,
  nearer: nearerPoster,
  verdict: tolerancePoster,
  depth: depthPoster,
  flips: flipsPoster,
  switchboard: remediesPoster,
  lab: labPoster,
};

/**
 * The poster of a part that is set like this, computed here and now.
 *
 * @param values one for each of the part's settings
 */
export function partPoster(part: PartId, values: Readonly<Record<string, unknown>>, runner: OfflineRunner): Poster {
  return (PART_POSTERS[part] as (values: Readonly<Record<string, unknown>>, runner: OfflineRunner) => Poster)(values, runner);
}
