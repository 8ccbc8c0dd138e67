import { useEffect, useState } from 'react';

/** A whole run takes about this long, within limits that a reader can follow. */
const RUN_MS = 9000;
const FASTEST_MS = 160;
const SLOWEST_MS = 900;

/** Plays the steps of a figure one after the other, from the beginning if it is at its end, and stops there. */
export function usePlaying(step: number, steps: number, onStep: (step: number) => void): readonly [boolean, (playing: boolean) => void] {
  const [playing, setPlaying] = useState(false);
  useEffect(() => {
    if (!playing) return;
    const timer = setTimeout(() => {
      if (step + 1 >= steps - 1) setPlaying(false);
      onStep(Math.min(steps - 1, step + 1));
    }, Math.min(SLOWEST_MS, Math.max(FASTEST_MS, RUN_MS / steps)));
    return () => clearTimeout(timer);
  }, [playing, step, steps, onStep]);
  const play = (on: boolean): void => {
    if (on && step >= steps - 1) onStep(0);
    setPlaying(on);
  };
  return [playing, play];
}
