import type { ReactNode } from 'react';
import { useContext, useEffect, useMemo, useState } from 'react';
import type { Settings } from '../share/settings';
import { INITIAL_SETTINGS } from '../share/settings';
import { createAppStore } from '../store/store';
import { HostContext } from '../store/use-experiments';
import { StoreContext } from '../store/use-store';
import { offerTarget } from './figure-targets';

interface FigureStoreProps {
  /** The figure's anchor: phrases set it by this name, and its calculations are kept apart from others'. */
  readonly id: string;
  /** Where the figure begins; the other settings are those of the table. */
  readonly initial: Partial<Settings>;
  readonly children: ReactNode;
}

/** A store of its own for a figure, so that what its reader sets changes nothing elsewhere. */
export function FigureStore({ id, initial, children }: FigureStoreProps) {
  const [store] = useState(() => createAppStore({ settings: { ...INITIAL_SETTINGS, ...initial }, notices: [] }));
  useEffect(
    () =>
      offerTarget(id, {
        read: () => ({ ...store.getState().settings }),
        write: (values) => store.actions.setAll(values),
        subscribe: (listener) => store.subscribe(listener),
      }),
    [store, id],
  );
  const host = useContext(HostContext);
  const own = useMemo(
    () =>
      host && {
        ...host,
        client: {
          run: ((channel, kind, spec, listener) => host.client.run(`${id}/${channel}`, kind, spec, listener)) as typeof host.client.run,
          cancel: (channel: string) => host.client.cancel(`${id}/${channel}`),
        },
      },
    [host, id],
  );
  return (
    <HostContext value={own}>
      <StoreContext value={store}>{children}</StoreContext>
    </HostContext>
  );
}
