import type { ReactNode } from 'react';
import { useId } from 'react';
import field from '../../ui/field.module.css';
import { usePresentation } from '../../ui/presentation';
import styles from './predict.module.css';
import { rememberGuess } from './remembered-guesses';
import { useGuess } from './use-guess';
import { uncapital } from '../../lib/words';

export interface PredictProps {
  /** Identifies the question during the visit; unique. */
  readonly id: string;
  readonly question: ReactNode;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** The right option, from the computation that the reveal shows; null while that is running. */
  readonly answer: string | null;
  /** What there is to see, in words with computed numbers; left out where the figure itself answers, in the question's place. */
  readonly explain?: ReactNode;
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
  const guess = useGuess(id);
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
        <p>{answer === null ? 'Computing…' : explain}</p>
        {children}
      </div>
    );
  }
  return (
    <div className={styles.predict}>
      <fieldset className={styles.question} data-idle={guess === null || undefined}>
        <legend>{question}</legend>
        <div className={styles.options} data-answered={guess !== null || undefined}>
          {options.map(({ value, label }) => (
            <button
              key={value}
              type="button"
              className={field.button}
              aria-pressed={guess === value}
              aria-describedby={guess === null ? undefined : `${name}-answer`}
              data-right={value === answer || undefined}
              onClick={() => commit(value)}
            >
              {label}
            </button>
          ))}
          {/* One button for both, so that it keeps the focus. */}
          <button type="button" data-control className={styles.skip} onClick={() => (guess === null ? commit(SKIPPED) : rememberGuess(id, null))}>
            {guess === null ? 'just show me' : 'ask me again'}
          </button>
        </div>
      </fieldset>
      {explain !== undefined && (
        <div className={styles.place}>
          <div id={`${name}-answer`} role="status">
            {guess !== null && (right ? <Answer verdict={chosen === undefined ? right.label : guess === answer ? `Right: ${uncapital(right.label)}` : `Not so: ${uncapital(right.label)}`} explain={explain} /> : 'Computing…')}
          </div>
          {/* Veiled until then: it keeps the answer's place, and paper shows it. */}
          {guess === null && right && (
            <div className={styles.veiled} data-idle aria-hidden="true">
              <Answer verdict={right.label} explain={explain} />
            </div>
          )}
        </div>
      )}
      {guess !== null && children}
    </div>
  );
}

function Answer({ verdict, explain }: { readonly verdict: string; readonly explain: ReactNode }) {
  return (
    <>
      <strong>{verdict}.</strong>
      <p>{explain}</p>
    </>
  );
}
