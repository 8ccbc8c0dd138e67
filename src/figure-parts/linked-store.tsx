import type { ReactNode } from 'react';
import { useContext, useEffect, useMemo, useState } from 'react';
import type { FigureId } from '../share/figure-settings';
import { FIGURE_SETTINGS } from '../share/figure-settings';
import type { Settings } from '../share/settings';
import type { Values } from '../store/figure-states';
import { numbersIn } from '../store/numbers-in';
import { FigureStatesContext } from '../store/figure-states';
import { lockedStore } from '../store/locked-store';
import type { AppStore } from '../store/store';
import { createAppStore } from '../store/store';
import { usePresentation } from '../ui/presentation';
import { experimentSettings } from './fixed-settings';
import { StoreScope } from './store-scope';

interface LinkedStoreProps {
  readonly id: FigureId;
  readonly children: ReactNode;
}

function valuesIn(store: AppStore, id: FigureId): Values {
  const { settings } = store.getState();
  return Object.fromEntries(Object.keys(FIGURE_SETTINGS[id]).map((key) => [key, settings[key as keyof Settings]]));
}

/** A store of its own for a figure that runs experiments; links and phrases of the text set what its table names. */
export function LinkedStore({ id, children }: LinkedStoreProps) {
  const states = useContext(FigureStatesContext);
  const [store] = useState(() => createAppStore(experimentSettings(id, states.of(id))));
  useEffect(
    () => states.offer(id, { read: () => valuesIn(store, id), write: (values) => store.actions.setAll(values), subscribe: (listener) => store.subscribe((now, before) => now.settings !== before.settings && listener()), numbers: () => numbersIn(store.getState()) }),
    [states, store, id],
  );
  const { readOnly } = usePresentation();
  const readers = useMemo(() => (readOnly ? lockedStore(store) : store), [readOnly, store]);
  return (
    <StoreScope id={id} store={readers}>
      {children}
    </StoreScope>
  );
}
