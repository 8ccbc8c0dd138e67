import { useState } from 'react';
import type { Playing } from '../../figure-parts/playback/use-playing';
import { usePlaying } from '../../figure-parts/playback/use-playing';
import type { Animation } from './animation-of-order';

/** Milliseconds that a join stays on the screen, so that it is seen between hundreds of quick steps. */
const JOIN_TIME = 500;
/** Of a whole animation without its joins; short ones go slower than this asks for. */
const ALL_TIME = 14_000;
const LONGEST_STEP = 400;

interface AnimationPlayback {
  /** Steps that are done. */
  readonly done: number;
  readonly last: number;
  readonly goTo: (done: number) => void;
  readonly playing: Playing;
  /** Steps done once the next join of any animation is. */
  readonly nextJoin: number;
}

/** Several animations at once. They begin at the end, and again when they become others: where everything goes is seen before the reader presses play. */
export function useAnimationPlayback(animations: readonly Animation[]): AnimationPlayback {
  const last = Math.max(...animations.map(({ steps }) => steps.length));
  const key = animations.map(({ steps, groups }) => `${steps.length}/${groups.length}`).join();
  const [state, setState] = useState({ key, done: last });
  const done = state.key === key ? state.done : last;
  const goTo = (to: number): void => setState({ key, done: to });
  const isJoin = (at: number): boolean => animations.some(({ steps }) => steps[at - 1]?.kind === 'join');
  const playing = usePlaying(done, last, goTo, (at) => (isJoin(at) ? JOIN_TIME : Math.min(LONGEST_STEP, ALL_TIME / last)));
  const nextJoin = Math.min(last, ...animations.flatMap(({ joinedAt }) => [...joinedAt].filter((step) => step >= done).map((step) => step + 1)));
  return { done, last, goTo, playing, nextJoin };
}
