import { useSyncExternalStore } from 'react';

/** What a phrase of the text can set: some values of a figure, by name. */
export interface FigureTarget {
  readonly read: () => Readonly<Record<string, unknown>>;
  readonly write: (values: Readonly<Record<string, unknown>>) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

const targets = new Map<string, FigureTarget>();
/** What phrases asked of figures whose code is still on its way. */
const waiting = new Map<string, Readonly<Record<string, unknown>>>();
const listeners = new Set<() => void>();

/** A figure is there and can be set; gives back what ends it. */
export function offerTarget(id: string, target: FigureTarget): () => void {
  targets.set(id, target);
  const asked = waiting.get(id);
  if (asked) target.write(asked);
  waiting.delete(id);
  for (const listener of listeners) listener();
  return () => {
    if (targets.get(id) === target) targets.delete(id);
    for (const listener of listeners) listener();
  };
}

/** Sets a figure, now or as soon as it is there. */
export function setFigure(id: string, values: Readonly<Record<string, unknown>>): void {
  const target = targets.get(id);
  if (target) target.write(values);
  else waiting.set(id, values);
}

export function useFigureTarget(id: string): FigureTarget | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => targets.get(id),
    () => undefined,
  );
}
