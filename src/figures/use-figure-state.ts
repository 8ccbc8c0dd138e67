import { useEffect, useState, useSyncExternalStore } from 'react';
import { createStore } from 'zustand/vanilla';
import { offerTarget } from './figure-targets';

/**
 * The state of a figure that computes in the page, as phrases of the text can set it too.
 *
 * @param accept what may come from outside: what it leaves out or can't use stays as it is
 */
export function useFigureState<S extends object>(
  id: string,
  initial: S,
  accept: (values: Readonly<Record<string, unknown>>, now: S) => Partial<S>,
  show: (state: S) => Readonly<Record<string, unknown>>,
): readonly [S, (change: Partial<S>) => void] {
  const [store] = useState(() => createStore<S>(() => initial));
  const [rules] = useState({ accept, show });
  const state = useSyncExternalStore(store.subscribe, store.getState, () => initial);
  useEffect(
    () =>
      offerTarget(id, {
        read: () => rules.show(store.getState()),
        write: (values) => store.setState(rules.accept(values, store.getState())),
        subscribe: (listener) => store.subscribe(listener),
      }),
    [id, store, rules],
  );
  return [state, store.setState];
}
