import { useCallback, useEffect, useRef, useState } from 'react';
import { useHost } from '../store/use-store';
import field from '../ui/field.module.css';
import { MissingPart } from '../ui/missing-part';
import { COME_NEAR } from '../ui/use-near';

/** How often to check whether all figures are done, and for how many checks in a row they must be. */
const STEP_MS = 250;
const CALM_STEPS = 4;
/** Figures not done by then are printed as they are. */
const MOST_STEPS = 240;

function isCalm(): boolean {
  return document.querySelector('[data-waiting], [role="progressbar"]') === null;
}

/** Loads the print layout before anyone prints. The returned function loads it again if needed and says whether it is there. */
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
    // Printing needs it in place, but it must not slow down the page's own loading.
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

/** Prints the page with all its figures, even those that the reader has not come near. */
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
  if (failures > 0 && !waiting) return <MissingPart name="The print layout" place="block" failures={failures} onAgain={() => void print()} />;
  return (
    <button type="button" className={field.button} data-print="no" disabled={waiting} onClick={() => void print()}>
      {waiting ? 'Computing all figures…' : 'Print as a handout'}
    </button>
  );
}
