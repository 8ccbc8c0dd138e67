import { createContext, useContext } from 'react';

/** How much of a figure a page shows, and what it lets its readers do. */
export interface Presentation {
  /** Settings whose controls are shown, by their names in links; `all` includes those that no link carries. */
  readonly controls: 'all' | readonly string[];
  /** The reader can't set anything; what is pointed at is still read out. */
  readonly readOnly: boolean;
  /** The reader is asked for a guess before the answer. */
  readonly asks: boolean;
  /** Tables and details are folded. */
  readonly compact: boolean;
  /** On somebody else's page: nothing leads away from the figure. */
  readonly embedded: boolean;
  /** Alone on a projector: the figure fills the window, and nothing scrolls. */
  readonly stage: boolean;
}

/** The page shows everything; an embed provides its own. */
export const PresentationContext = createContext<Presentation>({ controls: 'all', readOnly: false, asks: true, compact: false, embedded: false, stage: false });

export function usePresentation(): Presentation {
  return useContext(PresentationContext);
}

/** Whether to show a control for any of these settings, by their names in links; without names, one that no link carries. */
export function useShown(...names: readonly string[]): boolean {
  const { controls, readOnly } = usePresentation();
  return !readOnly && (controls === 'all' || names.some((name) => controls.includes(name)));
}
