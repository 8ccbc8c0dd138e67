import type { ReactNode } from 'react';
import { useContext, useMemo } from 'react';
import type { AppStore } from '../store/store';
import { HostContext } from '../store/use-experiments';
import { StoreContext } from '../store/use-store';

interface StoreScopeProps {
  /** Its calculations are kept apart from others' by it. */
  readonly id: string;
  readonly store: AppStore;
  readonly children: ReactNode;
}

/** A part of the page with a store of its own on the page's one worker: what is set in it changes nothing elsewhere. */
export function StoreScope({ id, store, children }: StoreScopeProps) {
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
