import { useContext, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { createStore } from 'zustand/vanilla';
import type { FigureId, FigureValues } from '../share/figure-settings';
import type { FigureNumbers } from '../store/figure-states';
import { FigureStatesContext } from '../store/figure-states';
import { usePresentation } from '../ui/presentation';

const NOTHING = (): void => undefined;

/**
 * The state of a figure that computes in the page, as links and phrases of the text can set it too. Where the figure is
 * read-only they alone can.
 *
 * @param fit makes a state consistent after a change: steps within the sum, an order for its products
 * @param numbers what a state shows, as numbers, for those who take it along
 */
export function useFigureState<F extends FigureId>(
  id: F,
  fit: (values: FigureValues<F>) => FigureValues<F> = (values) => values,
  numbers: (values: FigureValues<F>) => FigureNumbers = () => ({}),
): readonly [FigureValues<F>, (change: Partial<FigureValues<F>>) => void] {
  const states = useContext(FigureStatesContext);
  const [own] = useState(() => {
    const store = createStore<FigureValues<F>>(() => fit(states.of(id) as FigureValues<F>));
    const change = (some: Partial<FigureValues<F>>): void => store.setState(fit({ ...store.getState(), ...some }), true);
    return { store, change };
  });
  const { store, change } = own;
  const newest = useRef(numbers);
  useEffect(() => {
    newest.current = numbers;
  });
  const state = useSyncExternalStore(store.subscribe, store.getState, store.getState);
  useEffect(
    () =>
      states.offer(id, {
        read: store.getState,
        write: (values) => change(values as Partial<FigureValues<F>>),
        subscribe: (listener) => store.subscribe(listener),
        numbers: () => newest.current(store.getState()),
      }),
    [states, id, store, change],
  );
  const { readOnly } = usePresentation();
  return [state, readOnly ? NOTHING : change];
}
