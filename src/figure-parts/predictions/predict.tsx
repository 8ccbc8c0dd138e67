import type { ReactNode } from 'react';
import { useId, useSyncExternalStore } from 'react';
import field from '../../ui/field.module.css';
import { usePresentation } from '../../ui/presentation';
import styles from './predict.module.css';
import { rememberedGuess, rememberGuess, subscribeToGuesses } from './remembered-guesses';
import { uncapital } from '../../lib/words';

export interface PredictProps {
  /** Identifies the question during the visit; unique. */
  readonly id: string;
  readonly question: ReactNode;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** The right option, from the computation that the reveal shows; null while that is running. */
  readonly answer: string | null;
  /** What there is to see, in words with computed numbers. */
  readonly explain: ReactNode;
  /** The reader has committed, or asked to be shown. */
  readonly onCommit?: () => void;
  /** Content hidden until the reader has committed. */
  readonly children?: ReactNode;
}

/** The guess of a reader who asked to see without guessing. */
const SKIPPED = '';

/**
 * Asks before it tells: the reader commits to an answer, then sees the right one, from the live computation. On a page
 * that asks nothing, the hidden content is there at once.
 */
export function Predict({ id, question, options, answer, explain, onCommit, children }: PredictProps) {
  const guess = useSyncExternalStore(subscribeToGuesses, () => rememberedGuess(id), () => null);
  const name = useId();
  const { asks } = usePresentation();
  const commit = (value: string): void => {
    rememberGuess(id, value);
    onCommit?.();
  };
  const chosen = options.find(({ value }) => value === guess);
  const right = options.find(({ value }) => value === answer);
  if (!asks) {
    if (children === undefined) return null;
    return (
      <div className={styles.predict}>
        <p className={styles.answer}>{answer === null ? 'Computing…' : explain}</p>
        {children}
      </div>
    );
  }
  return (
    <div className={styles.predict} data-idle={guess === null || undefined}>
      <fieldset className={styles.question}>
        <legend>{question}</legend>
        <div className={styles.options}>
          {options.map(({ value, label }) => (
            <button
              key={value}
              type="button"
              className={field.button}
              aria-pressed={guess === value}
              aria-describedby={guess === null ? undefined : `${name}-answer`}
              data-right={guess !== null && value === answer ? 'true' : undefined}
              onClick={() => commit(value)}
            >
              {label}
            </button>
          ))}
          {guess === null && (
            <button type="button" data-control className={styles.skip} onClick={() => commit(SKIPPED)}>
              just show me
            </button>
          )}
        </div>
      </fieldset>
      <div id={`${name}-answer`} role="status" className={styles.answer}>
        {guess !== null && (
          <>
            {answer === null ? (
              <p>Computing…</p>
            ) : (
              <p>
                <strong>{chosen === undefined ? `${right?.label ?? ''}.` : guess === answer ? 'Yes.' : `Not so: ${uncapital(right?.label ?? '')}.`}</strong> {explain}
              </p>
            )}
            <button type="button" className={styles.skip} onClick={() => rememberGuess(id, null)}>
              ask me again
            </button>
          </>
        )}
      </div>
      {guess !== null && children}
    </div>
  );
}
