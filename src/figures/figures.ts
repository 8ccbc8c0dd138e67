import type { ComponentType } from 'react';
import type { LoadOwnNumbers } from '../figure-parts/export-menu/part-tools';
import type { FigureId } from '../share/figure-settings';
import { PART_TITLES } from '../share/part-titles';
import { lazyPart } from '../ui/lazy-part';

export interface FigureEntry {
  readonly Figure: ComponentType;
  /** If the figure computes in the page itself: loads what makes its numbers, for the export menu. */
  readonly ownNumbers?: LoadOwnNumbers | undefined;
}

function figure(id: FigureId, load: () => Promise<{ default: ComponentType }>, ownNumbers?: LoadOwnNumbers): FigureEntry {
  return { Figure: lazyPart(`“${PART_TITLES[id]}”`, async () => (await load()).default), ownNumbers };
}

/** The chapters' figures, by anchor; chapters/figure-heights.css reserves their height. */
export const FIGURES = {
  thread: figure('thread', () => import('./thread/thread-figure')),
  'sum-of-three': figure('sum-of-three', () => import('./sum-of-three/sum-of-three-figure'), async () => (await import('./sum-of-three/three-numbers')).threeNumbers),
  stepper: figure('stepper', () => import('./stepper/stepper-figure'), async () => (await import('./stepper/stepper-numbers')).stepperNumbers),
  walks: figure('walks', () => import('./walks/kernel-animation-figure')),
  'kernel-map': figure('kernel-map', () => import('./kernel-map/kernel-map-figure')),
  heatmap: figure('heatmap', () => import('./heatmap/heatmap-figure')),
  'error-growth': figure('error-growth', () => import('./error-growth/error-growth-figure')),
  nearer: figure('nearer', () => import('./nearer/nearer-figure')),
  'tensor-core': figure('tensor-core', () => import('./tensor-core/tensor-core-figure'), async () => (await import('./tensor-core/step-numbers')).stepNumbers),
  drift: figure('drift', () => import('./drift/drift-figure')),
  verdict: figure('verdict', () => import('./verdict/tolerance-figure'), async () => (await import('./verdict/tolerance-numbers')).toleranceNumbers),
  depth: figure('depth', () => import('./depth/depth-figure')),
  switchboard: figure('switchboard', () => import('./switchboard/remedies-figure')),
} as const satisfies Record<FigureId, FigureEntry>;
