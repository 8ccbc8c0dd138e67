import type { ComponentType } from 'react';
import { lazy } from 'react';

interface FigureEntry {
  readonly title: string;
  /** Height kept free for it before it is there, so that nothing below it jumps. */
  readonly height: string;
  readonly Figure: ComponentType;
}

function figure(title: string, height: string, load: () => Promise<{ default: ComponentType }>): FigureEntry {
  return { title, height, Figure: lazy(load) };
}

/** The figures of the chapters, by anchor. */
export const FIGURES = {
  'thread-figure': figure('The thread’s numbers, computed', '70rem', () => import('../figures/thread/thread-figure')),
  'sum-of-three': figure('Three numbers, two sums', '66rem', () => import('../figures/sum-of-three/sum-of-three-figure')),
  stepper: figure('One dot product, step by step', '56rem', () => import('../figures/stepper/stepper-figure')),
  walks: figure('How two kernels walk', '74rem', () => import('../figures/walks/walks-figure')),
  'kernel-map': figure('Which library switches where', '72rem', () => import('../figures/kernel-map/kernel-map-figure')),
  'layer-map': figure('A whole layer, output by output', '24rem', () => import('../figures/layer-map/layer-map-figure')),
  neighbours: figure('Same rows, other neighbours', '58rem', () => import('../figures/neighbours/neighbours-figure')),
  'error-growth': figure('Error against the length of the sum', '120rem', () => import('../figures/error-growth/error-growth-figure')),
  nearer: figure('Which order comes nearer?', '22rem', () => import('../figures/nearer/nearer-figure')),
  verdict: figure('Paste two results', '118rem', () => import('../figures/verdict/verdict-figure')),
  depth: figure('Through a network', '70rem', () => import('../figures/depth/depth-figure')),
  flips: figure('How often the largest output changes', '64rem', () => import('../figures/flips/flips-figure')),
  switchboard: figure('Remedies, and what each one leaves', '58rem', () => import('../figures/switchboard/switchboard-figure')),
} as const satisfies Record<string, FigureEntry>;

export type FigureId = keyof typeof FIGURES;
