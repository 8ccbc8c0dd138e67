import type { ComponentType } from 'react';
import { lazy } from 'react';
import type { LoadOwnNumbers } from '../figure-parts/export-menu/part-tools';
import type { FigureId } from '../share/figure-settings';

export interface FigureEntry {
  /** Height kept free for it before it is there, so that nothing below it jumps. */
  readonly height: string;
  /** The same on a phone, where columns stand below one another. */
  readonly phoneHeight: string;
  readonly Figure: ComponentType;
  /** Where it computes in the page: what makes those numbers, for who takes them along. */
  readonly ownNumbers?: LoadOwnNumbers | undefined;
}

function figure(height: string, phoneHeight: string, load: () => Promise<{ default: ComponentType }>, ownNumbers?: LoadOwnNumbers): FigureEntry {
  return { height, phoneHeight, Figure: lazy(load), ownNumbers };
}

/** The figures of the chapters, by anchor. */
export const FIGURES = {
  thread: figure('67rem', '136rem', () => import('./thread/thread-figure')),
  'sum-of-three': figure('69rem', '132rem', () => import('./sum-of-three/sum-of-three-figure'), async () => (await import('./sum-of-three/three-numbers')).threeNumbers),
  stepper: figure('58rem', '105rem', () => import('./stepper/stepper-figure'), async () => (await import('./stepper/stepper-numbers')).stepperNumbers),
  walks: figure('75rem', '126rem', () => import('./walks/kernel-animation-figure')),
  'kernel-map': figure('120rem', '162rem', () => import('./kernel-map/kernel-map-figure')),
  heatmap: figure('28rem', '40rem', () => import('./heatmap/heatmap-figure')),
  neighbours: figure('59rem', '73rem', () => import('./neighbours/neighbours-figure')),
  'error-growth': figure('125rem', '123rem', () => import('./error-growth/error-growth-figure')),
  nearer: figure('15rem', '24rem', () => import('./nearer/nearer-figure')),
  verdict: figure('118rem', '190rem', () => import('./verdict/tolerance-figure'), async () => (await import('./verdict/tolerance-numbers')).toleranceNumbers),
  depth: figure('73rem', '79rem', () => import('./depth/depth-figure')),
  flips: figure('64rem', '81rem', () => import('./flips/flips-figure')),
  switchboard: figure('56rem', '68rem', () => import('./switchboard/remedies-figure')),
} as const satisfies Record<FigureId, FigureEntry>;
