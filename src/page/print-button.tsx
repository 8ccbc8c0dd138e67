import { useCallback, useEffect, useRef, useState } from 'react';
import { useHost } from '../store/use-store';
import field from '../ui/field.module.css';
import { MissingPart } from '../ui/missing-part';
import { COME_NEAR } from '../ui/use-near';

/** How often is looked whether all figures are through, and for how long they have to be. */
const STEP_MS = 250;
const CALM_STEPS = 4;
/** What is not through by then is printed as far as it is. */
const MOST_STEPS = 240;

function isCalm(): boolean {
  return document.querySelector('[data-waiting], [role="progressbar"]') === null;
}

/** Has what lays out the figures on paper there before anyone prints; gives back what asks for it, again if it must, and says whether it is there. */
function usePrintStills(): () => Promise<boolean> {
  const { store } = useHost();
  const stop = useRef<(() => void) | null>(null);
  const ask = useCallback(async (): Promise<boolean> => {
    try {
      const { startPrintStills } = await import('./print-stills');
      stop.current ??= startPrintStills(store.getState);
      return true;
    } catch {
      return false;
    }
  }, [store]);
  useEffect(() => {
    const start = (): void => void ask();
    // Printing has to find it there; until then it is in nobody's way.
    if (document.readyState === 'complete') start();
    else window.addEventListener('load', start, { once: true });
    return () => {
      window.removeEventListener('load', start);
      stop.current?.();
      stop.current = null;
    };
  }, [ask]);
  return ask;
}

/** Prints the page with all its figures, also those that the reader has not come near. */
export function PrintButton() {
  const [waiting, setWaiting] = useState(false);
  const [failures, setFailures] = useState(0);
  const ask = usePrintStills();
  const print = async (): Promise<void> => {
    setWaiting(true);
    if (!(await ask())) {
      setFailures((count) => count + 1);
      setWaiting(false);
      return;
    }
    setFailures(0);
    window.dispatchEvent(new Event(COME_NEAR));
    let calm = 0;
    for (let step = 0; step < MOST_STEPS && calm < CALM_STEPS; step++) {
      await new Promise((resolve) => setTimeout(resolve, STEP_MS));
      calm = isCalm() ? calm + 1 : 0;
    }
    setWaiting(false);
    window.print();
  };
  if (failures > 0 && !waiting) return <MissingPart name="What lays out the figures on paper" place="block" failures={failures} onAgain={() => void print()} />;
  return (
    <button type="button" className={field.button} data-print="no" disabled={waiting} onClick={() => void print()}>
      {waiting ? 'Computing all figures…' : 'Print as a handout'}
    </button>
  );
}
