import type { ComponentType } from 'react';
import type { FigureId } from '../share/figure-settings';
import { PART_TITLES } from '../share/part-titles';
import { lazyPart } from '../ui/lazy-part';

function figure(id: FigureId, load: () => Promise<{ default: ComponentType }>): ComponentType {
  return lazyPart(`“${PART_TITLES[id]}”`, async () => (await load()).default);
}

/** The figures of the chapters, by anchor; chapters/figure-heights.css keeps their room free. */
export const FIGURES: Readonly<Record<FigureId, ComponentType>> = {
  thread: figure('thread', () => import('./thread/thread-figure')),
  'sum-of-three': figure('sum-of-three', () => import('./sum-of-three/sum-of-three-figure')),
  stepper: figure('stepper', () => import('./stepper/stepper-figure')),
  walks: figure('walks', () => import('./walks/kernel-animation-figure')),
  'kernel-map': figure('kernel-map', () => import('./kernel-map/kernel-map-figure')),
  heatmap: figure('heatmap', () => import('./heatmap/heatmap-figure')),
  neighbours: figure('neighbours', () => import('./neighbours/neighbours-figure')),
  'error-growth': figure('error-growth', () => import('./error-growth/error-growth-figure')),
  nearer: figure('nearer', () => import('./nearer/nearer-figure')),
  verdict: figure('verdict', () => import('./verdict/tolerance-figure')),
  depth: figure('depth', () => import('./depth/depth-figure')),
  flips: figure('flips', () => import('./flips/flips-figure')),
  switchboard: figure('switchboard', () => import('./switchboard/remedies-figure')),
};
