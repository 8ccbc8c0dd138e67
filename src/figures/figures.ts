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
  thread: figure('The thread’s numbers, computed', '67rem', '136rem', () => import('./thread/thread-figure')),
  'sum-of-three': figure('Three numbers, two sums', '69rem', '132rem', () => import('./sum-of-three/sum-of-three-figure')),
  stepper: figure('One dot product, step by step', '58rem', '105rem', () => import('./stepper/stepper-figure')),
  walks: figure('How two kernels walk', '75rem', '126rem', () => import('./walks/walks-figure')),
  'kernel-map': figure('Which library switches where', '120rem', '162rem', () => import('./kernel-map/kernel-map-figure')),
  heatmap: figure('A whole layer, output by output', '28rem', '40rem', () => import('./heatmap/heatmap-figure')),
  neighbours: figure('Same rows, other neighbours', '59rem', '73rem', () => import('./neighbours/neighbours-figure')),
  'error-growth': figure('Error against the length of the sum', '125rem', '123rem', () => import('./error-growth/error-growth-figure')),
  nearer: figure('Which order comes nearer?', '15rem', '24rem', () => import('./nearer/nearer-figure')),
  verdict: figure('Paste two results', '118rem', '190rem', () => import('./verdict/verdict-figure')),
  depth: figure('Through a network', '73rem', '79rem', () => import('./depth/depth-figure')),
  flips: figure('How often the largest output changes', '64rem', '81rem', () => import('./flips/flips-figure')),
  switchboard: figure('Remedies, and what each one leaves', '56rem', '68rem', () => import('./switchboard/switchboard-figure')),
} as const satisfies Record<string, FigureEntry>;

export type FigureId = keyof typeof FIGURES;
