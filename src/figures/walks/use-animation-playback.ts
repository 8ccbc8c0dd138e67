import { useState } from 'react';
import { REDUCED_MOTION, useMedia } from '../../ui/use-media';
import type { Playing } from '../../figure-parts/playback/use-playing';
import { usePlaying } from '../../figure-parts/playback/use-playing';
import type { Animation } from './animation-of-order';

/** Milliseconds that a join stays on the screen, so that it can be seen among hundreds of quick steps. */
const JOIN_TIME = 800;
/** Milliseconds for a whole animation without its joins; `LONGEST_STEP` makes short ones end sooner. */
const ALL_TIME = 10_000;
const LONGEST_STEP = 400;

interface AnimationPlayback {
  /** Steps done so far. */
  readonly done: number;
  readonly last: number;
  readonly goTo: (done: number) => void;
  readonly playing: Playing;
  /** `done` just after the next join in any of the animations; `last` if there is none. */
  readonly nextJoin: number;
}

/**
 * Plays several animations at once, from the beginning, and again when they are replaced. A reader who prefers reduced
 * motion sees them finished.
 */
export function useAnimationPlayback(animations: readonly Animation[]): AnimationPlayback {
  const last = Math.max(...animations.map(({ steps }) => steps.length));
  const key = animations.map(({ steps, groups }) => `${steps.length}/${groups.length}`).join();
  const calm = useMedia(REDUCED_MOTION);
  const [state, setState] = useState({ key: '', done: 0 });
  const done = state.key === key ? state.done : calm ? last : 0;
  const goTo = (to: number): void => setState({ key, done: to });
  const isJoin = (at: number): boolean => animations.some(({ steps }) => steps[at - 1]?.kind === 'join');
  const playing = usePlaying(done, last, goTo, (at) => (isJoin(at) ? JOIN_TIME : Math.min(LONGEST_STEP, ALL_TIME / last)));
  const nextJoin = Math.min(last, ...animations.flatMap(({ joinedAt }) => [...joinedAt].filter((step) => step >= done).map((step) => step + 1)));
  return { done, last, goTo, playing, nextJoin };
}

/** The last of the first `done` steps that is worth telling while an animation plays: a join, or the end; 0 before the first. */
export function toldWhilePlaying({ steps, joinedAt }: Animation, done: number): number {
  if (done >= steps.length) return steps.length;
  return joinedAt.reduce((told, step) => (step < done ? Math.max(told, step + 1) : told), 0);
}
