import { useSyncExternalStore } from 'react';
import { differing } from '../../experiments/differences';
import type { Outputs } from '../../linear/run-plan';
import type { SweepResult } from '../../store/results';
import { recordingNamed } from '../../store/store';
import { useSettings } from '../../store/use-part';
import { useApp } from '../../store/use-store';
import { layerLabel, RECORDED_LAYERS } from '../../figure-parts/difference-map/recorded-layers';
import { Predict } from '../../figure-parts/predictions/predict';
import { rememberedGuess, subscribeToGuesses } from '../../figure-parts/predictions/remembered-guesses';
import { useSetFigure } from '../../figure-parts/use-set';
import { formatCount } from '../../lib/words';

const nameOf = (recording: string): string => `batch-2-${recording}`;

/** Whether the reader has guessed for at least one library. */
export function useHasGuessed(): boolean {
  return useSyncExternalStore(
    subscribeToGuesses,
    () => RECORDED_LAYERS.some(({ value }) => rememberedGuess(nameOf(value)) !== null),
    () => false,
  );
}

/** Asks, library by library, whether batch 1 alone is the odd one out. */
export function BatchTwoQuestion({ sweep }: { readonly sweep: SweepResult | null }) {
  const { recording } = useSettings('recording');
  const set = useSetFigure('heatmap');
  const library = useApp((state) => recordingNamed(state, recording)?.library);
  // The sweep may still be that of the library chosen before.
  const own = sweep?.spec.schedule.kind === 'recording' && sweep.spec.schedule.recording.library === library ? sweep : null;
  const valuesAt = (size: number): Outputs | undefined => own?.rows.find(({ batch }) => batch === size)?.values;
  const [one, two, most] = [valuesAt(1), valuesAt(2), valuesAt(128)];
  const found = one && two && most ? { two: differing(two, one), most: differing(most, one), of: one.length } : null;
  return (
    <Predict
      key={recording}
      id={nameOf(recording)}
      question={`${layerLabel(recording)}: a row computed alone and the same row in a batch of 128 come out with different digits. Will a batch of 2 differ from batch 1 as well?`}
      options={[
        { value: 'differs', label: 'It differs too' },
        { value: 'equal', label: 'It is equal to the bit' },
      ]}
      // A link to the figure then shows the map, too.
      onCommit={() => set({ mapOpen: true })}
      answer={found && (found.two === 0 ? 'equal' : 'differs')}
      explain={
        found && (
          <>
            {formatCount(found.two)} of {formatCount(found.of)} outputs differ between batch 2 and batch 1, and {formatCount(found.most)} at batch 128.
          </>
        )
      }
    />
  );
}
