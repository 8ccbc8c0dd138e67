import { useEffect, useRef, useSyncExternalStore } from 'react';
import { differing } from '../../experiments/differences';
import type { Outputs } from '../../linear/run-plan';
import type { SweepResult } from '../../store/results';
import { recordingNamed } from '../../store/store';
import { useFitted } from '../../store/use-part';
import { useApp } from '../../store/use-store';
import { isRecordedLayer } from '../../figure-parts/difference-map/recorded-layers';
import { Predict } from '../../figure-parts/predictions/predict';
import { rememberedGuess, rememberGuess, subscribeToGuesses } from '../../figure-parts/predictions/remembered-guesses';
import { capital } from '../../lib/words';
import { usePresentation } from '../../ui/presentation';
import styles from './heatmap.module.css';

/** The batch size that is asked about. */
const ASKED = 2;

const nameOf = (recording: string): string => `batch-2-${recording}`;

/** Whether the page asks about the library's batch 2, and the line of the map that hides the answer until the reader has guessed. */
export function useQuestion(): { readonly guess: string | null; readonly asks: boolean; readonly veiled: number | undefined } {
  const { recording, baseline, cell, mapLayer } = useFitted('recording', 'baseline', 'cell', 'mapLayer');
  const { asks, embedded } = usePresentation();
  const guess = useSyncExternalStore(subscribeToGuesses, () => rememberedGuess(nameOf(recording)), () => null);
  // An embed shows what its page is about; nor is there a question about orders, or where a link or the reader has opened the answer.
  const open = mapLayer === 'orders' || baseline === ASKED || cell?.line === ASKED;
  const does = asks && !embedded && isRecordedLayer(recording) && (guess !== null || !open);
  return { guess, asks: does, veiled: does && guess === null ? ASKED : undefined };
}

interface BatchTwoQuestionProps {
  readonly sweep: SweepResult | null;
  /** What there is to see once the reader has guessed. */
  readonly finding: string;
}

/** Asks, library by library, whether batch 1 alone is the odd one out; what the map shows then takes the question's place. */
export function BatchTwoQuestion({ sweep, finding }: BatchTwoQuestionProps) {
  const { recording } = useFitted('recording');
  const { guess } = useQuestion();
  const library = useApp((state) => recordingNamed(state, recording)?.library);
  const place = useRef<HTMLDivElement>(null);
  const answered = useRef(false);
  // The button that answered is gone: the focus goes to what is there instead.
  useEffect(() => {
    if (answered.current) place.current?.querySelector('button')?.focus({ preventScroll: true });
    answered.current = false;
  }, [guess]);
  // The sweep may still be that of the library chosen before.
  const own = sweep?.spec.schedule.kind === 'recording' && sweep.spec.schedule.recording.library === library ? sweep : null;
  const valuesAt = (size: number): Outputs | undefined => own?.rows.find(({ batch }) => batch === size)?.values;
  const [one, two] = [valuesAt(1), valuesAt(ASKED)];
  const answer = one && two ? (differing(two, one) === 0 ? 'equal' : 'differs') : null;
  const words = answer === 'equal' ? `batch ${ASKED} is equal to the bit.` : `batch ${ASKED} differs, too.`;
  return (
    <div ref={place} className={styles.question}>
      <p role="status">{guess !== null && <>{answer !== null && <strong>{guess === answer ? `Yes: ${words}` : guess === '' ? capital(words) : `Not so: ${words}`}</strong>} {finding}</>}</p>
      {guess === null && <p className={styles.onPaper}>{finding}</p>}
      {guess === null ? (
        <Predict
          key={recording}
          id={nameOf(recording)}
          question={`Batch 128 differs from batch 1. Will batch ${ASKED}?`}
          options={[
            { value: 'differs', label: 'It differs' },
            { value: 'equal', label: 'It is equal' },
          ]}
          answer={answer}
          onCommit={() => (answered.current = true)}
        />
      ) : (
        <button type="button" data-control className={styles.again} onClick={() => rememberGuess(nameOf(recording), null)}>
          ask me again
        </button>
      )}
    </div>
  );
}
