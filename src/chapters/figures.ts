import type { ComponentType } from 'react';
import { lazy } from 'react';

interface FigureEntry {
  readonly title: string;
  /** Height kept free for it before it is there, so that nothing below it jumps. */
  readonly height: string;
  /** The same on a phone, where columns stand below one another. */
  readonly phoneHeight: string;
  readonly Figure: ComponentType;
}

function figure(title: string, height: string, phoneHeight: string, load: () => Promise<{ default: ComponentType }>): FigureEntry {
  return { title, height, phoneHeight, Figure: lazy(load) };
}

/** The figures of the chapters, by anchor. */
export const FIGURES = {
  'thread-figure': figure('The thread’s numbers, computed', '67rem', '136rem', () => import('../figures/thread/thread-figure')),
  'sum-of-three': figure('Three numbers, two sums', '69rem', '132rem', () => import('../figures/sum-of-three/sum-of-three-figure')),
  stepper: figure('One dot product, step by step', '58rem', '105rem', () => import('../figures/stepper/stepper-figure')),
  walks: figure('How two kernels walk', '75rem', '126rem', () => import('../figures/walks/walks-figure')),
  'kernel-map': figure('Which library switches where', '153rem', '216rem', () => import('../figures/kernel-map/kernel-map-figure')),
  'layer-map': figure('A whole layer, output by output', '28rem', '40rem', () => import('../figures/layer-map/layer-map-figure')),
  neighbours: figure('Same rows, other neighbours', '59rem', '73rem', () => import('../figures/neighbours/neighbours-figure')),
  'error-growth': figure('Error against the length of the sum', '125rem', '123rem', () => import('../figures/error-growth/error-growth-figure')),
  nearer: figure('Which order comes nearer?', '15rem', '24rem', () => import('../figures/nearer/nearer-figure')),
  verdict: figure('Paste two results', '118rem', '190rem', () => import('../figures/verdict/verdict-figure')),
  depth: figure('Through a network', '73rem', '79rem', () => import('../figures/depth/depth-figure')),
  flips: figure('How often the largest output changes', '64rem', '81rem', () => import('../figures/flips/flips-figure')),
  switchboard: figure('Remedies, and what each one leaves', '56rem', '68rem', () => import('../figures/switchboard/switchboard-figure')),
} as const satisfies Record<string, FigureEntry>;

export type FigureId = keyof typeof FIGURES;
