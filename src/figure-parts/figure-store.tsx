import type { ReactNode } from 'react';
import { useState } from 'react';
import type { Settings } from '../share/settings';
import { INITIAL_SETTINGS } from '../share/settings';
import { createAppStore } from '../store/store';
import { StoreScope } from './store-scope';

interface FigureStoreProps {
  /** Its calculations are kept apart from others' by it. */
  readonly id: string;
  /** Where it begins; the other settings are those of the table. */
  readonly initial: Partial<Settings>;
  readonly children: ReactNode;
}

/** A store of its own for a part of the page that nothing outside it sets; `LinkedStore` is for those that links set. */
export function FigureStore({ id, initial, children }: FigureStoreProps) {
  const [store] = useState(() => createAppStore({ ...INITIAL_SETTINGS, ...initial }));
  return (
    <StoreScope id={id} store={store}>
      {children}
    </StoreScope>
  );
}
