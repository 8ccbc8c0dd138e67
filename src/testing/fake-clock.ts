import type { Later } from '../lib/later';

/** A clock that the test moves on. */
export function fakeClock() {
  const waiting: { readonly callback: () => void; readonly milliseconds: number }[] = [];
  const drop = (one: (typeof waiting)[number]): void => {
    const at = waiting.indexOf(one);
    if (at >= 0) waiting.splice(at, 1);
  };
  const later: Later = (callback, milliseconds) => {
    const one = { callback, milliseconds };
    waiting.push(one);
    return () => drop(one);
  };
  /** Calls back whoever waits for no longer than this. */
  const pass = (milliseconds = Infinity): void => {
    for (const one of waiting.filter((each) => each.milliseconds <= milliseconds)) {
      drop(one);
      one.callback();
    }
  };
  return { later, pass, waiting };
}
