import { useState } from 'react';
import field from '../ui/field.module.css';
import { COME_NEAR } from '../ui/use-near';

/** How often is looked whether all figures are through, and for how long they have to be. */
const STEP_MS = 250;
const CALM_STEPS = 4;
/** What is not through by then is printed as far as it is. */
const MOST_STEPS = 240;

function isCalm(): boolean {
  return document.querySelector('[data-waiting], [role="progressbar"]') === null;
}

/** Prints the page with all its figures, also those that the reader has not come near. */
export function PrintButton() {
  const [waiting, setWaiting] = useState(false);
  const print = async (): Promise<void> => {
    setWaiting(true);
    window.dispatchEvent(new Event(COME_NEAR));
    let calm = 0;
    for (let step = 0; step < MOST_STEPS && calm < CALM_STEPS; step++) {
      await new Promise((resolve) => setTimeout(resolve, STEP_MS));
      calm = isCalm() ? calm + 1 : 0;
    }
    setWaiting(false);
    window.print();
  };
  return (
    <button type="button" className={field.button} data-print="no" disabled={waiting} onClick={() => void print()}>
      {waiting ? 'Computing all figures…' : 'Print as a handout'}
    </button>
  );
}
