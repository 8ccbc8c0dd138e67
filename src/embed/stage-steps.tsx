import { useLayoutEffect, useMemo, useState } from 'react';
import type { EmbedLink } from '../share/embed-link';
import { useActions } from '../store/use-store';
import field from '../ui/field.module.css';
import styles from './embed.module.css';
import { stageStates } from './stage-states';

/** What a presenter's clicker sends, and the arrows where no control has the focus. */
const STEPS: Readonly<Record<string, number>> = { PageDown: 1, PageUp: -1, ArrowRight: 1, ArrowLeft: -1 };

/** Steps through the states of a figure on a stage, by buttons and keys. */
export function StageSteps(link: Pick<EmbedLink, 'part' | 'preset' | 'values'>) {
  const { part, preset, values } = link;
  const states = useMemo(() => stageStates({ part, preset, values }), [part, preset, values]);
  const { setPart } = useActions();
  const [at, setAt] = useState(0);
  const go = (to: number): void => {
    const state = states[to];
    if (state === undefined) return;
    setAt(to);
    setPart(part, state.values);
  };
  // At once: the next key may come before the browser paints.
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const step = STEPS[event.key];
      const inControl = event.target !== document.body;
      // A control that uses the key, and what scrolls over the picture, keep it.
      if (event.defaultPrevented || (event.target as Element).closest('details[open]')) return;
      if (step === undefined || event.ctrlKey || event.altKey || event.metaKey || (inControl && event.key.startsWith('Arrow'))) return;
      event.preventDefault();
      go(at + step);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  });
  if (states.length === 1) return null;
  return (
    <span className={styles.steps}>
      <button type="button" className={field.button} aria-disabled={at === 0} onClick={() => go(at - 1)} aria-label="Previous state">
        ‹
      </button>
      <button type="button" className={field.button} aria-disabled={at === states.length - 1} onClick={() => go(at + 1)} aria-label="Next state" title="Page Down">
        ›
      </button>
      <span role="status">
        {at + 1} of {states.length}
        {states[at]!.words !== '' && `: ${states[at]!.words}`}
      </span>
    </span>
  );
}
