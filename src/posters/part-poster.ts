import { heatmapFinding } from '../figures/heatmap/heatmap-finding';
import type { PartId } from '../share/figure-settings';
import type { PartValues } from '../share/part-values';
import type { OfflineRunner } from './offline-runner';
import { depthPoster } from './parts/depth-poster';
import { driftPoster } from './parts/drift-poster';
import { errorGrowthPoster } from './parts/error-growth-poster';
import { flipsPoster } from './parts/flips-poster';
import { kernelMapPoster } from './parts/kernel-map-poster';
import { labPoster } from './parts/lab-poster';
import { nearerPoster } from './parts/nearer-poster';
import { stepperPoster } from './parts/stepper-poster';
import { sweepPoster } from './parts/sweep-poster';
import { remediesPoster } from './parts/remedies-poster';
import { tensorCorePoster } from './parts/tensor-core-poster';
import { threadPoster } from './parts/thread-poster';
import { threePoster } from './parts/three-poster';
import { tolerancePoster } from './parts/tolerance-poster';
import { kernelAnimationPoster } from './parts/kernel-animation-poster';
import { wholePoster } from './parts/whole-poster';
import type { Poster } from './poster';

/** How to make a poster of each part from its settings. */
const PART_POSTERS: { readonly [P in PartId]: (values: PartValues[P], runner: OfflineRunner) => Poster } = {
  thread: threadPoster,
  'sum-of-three': threePoster,
  stepper: stepperPoster,
  walks: kernelAnimationPoster,
  'kernel-map': kernelMapPoster,
  heatmap: (values, runner) => (values.view === 'rows' ? wholePoster('heatmap', values, runner) : sweepPoster('heatmap', values, runner, heatmapFinding)),
  'error-growth': errorGrowthPoster,
  nearer: nearerPoster,
  'tensor-core': tensorCorePoster,
  drift: driftPoster,
  verdict: tolerancePoster,
  depth: (values, runner) => (values.netView === 'flips' ? flipsPoster : depthPoster)(values, runner),
  switchboard: remediesPoster,
  lab: labPoster,
};

/** Computes the poster of a part with these settings. */
export function partPoster<P extends PartId>(part: P, values: PartValues[P], runner: OfflineRunner): Poster {
  return PART_POSTERS[part](values, runner);
}
