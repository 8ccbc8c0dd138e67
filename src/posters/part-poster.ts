import { experimentSettings } from '../figures/fixed-settings';
import { heatmapFinding } from '../figures/heatmap/heatmap-finding';
import type { FigureId, FigureValues, PartId } from '../share/figure-settings';
import type { Settings } from '../share/settings';
import type { Bench } from './bench';
import { depthPoster } from './parts/depth-poster';
import { errorGrowthPoster } from './parts/error-growth-poster';
import { flipsPoster } from './parts/flips-poster';
import { kernelMapPoster } from './parts/kernel-map-poster';
import { labPoster } from './parts/lab-poster';
import { nearerPoster } from './parts/nearer-poster';
import { stepperPoster } from './parts/stepper-poster';
import { sweepPoster } from './parts/sweep-poster';
import { switchboardPoster } from './parts/switchboard-poster';
import { threadPoster } from './parts/thread-poster';
import { threePoster } from './parts/three-poster';
import { verdictPoster } from './parts/verdict-poster';
import { walksPoster } from './parts/walks-poster';
import { wholePoster } from './parts/whole-poster';
import type { Poster } from './poster';

type Values<P extends PartId> = P extends FigureId ? FigureValues<P> : Partial<Settings>;

/** How each part of the page becomes a poster, from what it is set to. */
const PART_POSTERS: { readonly [P in PartId]: (values: Values<P>, bench: Bench) => Poster } = {
  thread: threadPoster,
  'sum-of-three': threePoster,
  stepper: stepperPoster,
  walks: walksPoster,
  'kernel-map': kernelMapPoster,
  heatmap: (values, bench) => sweepPoster(experimentSettings('heatmap', values), bench, heatmapFinding),
  neighbours: (values, bench) => wholePoster(experimentSettings('neighbours', values), bench),
  'error-growth': errorGrowthPoster,
  nearer: nearerPoster,
  verdict: verdictPoster,
  depth: depthPoster,
  flips: flipsPoster,
  switchboard: switchboardPoster,
  lab: labPoster,
};

/**
 * The poster of a part that is set like this, computed here and now.
 *
 * @param values one for each of the part's settings
 */
export function partPoster(part: PartId, values: Readonly<Record<string, unknown>>, bench: Bench): Poster {
  return (PART_POSTERS[part] as (values: Readonly<Record<string, unknown>>, bench: Bench) => Poster)(values, bench);
}
