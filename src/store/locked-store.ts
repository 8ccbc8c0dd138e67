import type { Actions, AppStore } from './store';

/** The same store for a reader who may set nothing: results come, what is pointed at is known, settings stay. */
export function lockedStore(store: AppStore): AppStore {
  const nothing = (): void => undefined;
  const actions: Actions = { ...store.actions, set: nothing, setAll: nothing, setText: () => null, open: nothing, reset: nothing, select: nothing, useRecording: nothing };
  return { ...store, actions };
}
