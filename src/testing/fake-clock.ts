import type { Later } from '../lib/later';

/** A clock that the test advances. */
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
  /** Runs the callbacks that wait no longer than this. */
  const pass = (milliseconds = Infinity): void => {
    for (const one of waiting.filter((each) => each.milliseconds <= milliseconds)) {
      drop(one);
      one.callback();
    }
  };
  return { later, pass, waiting };
}
