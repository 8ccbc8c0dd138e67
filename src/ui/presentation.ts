import { createContext, useContext } from 'react';

/** How much of a figure a page shows, and what it lets its readers do. */
export interface Presentation {
  /** Settings whose controls are shown, by their names in links; `all` shows also those of what no link carries. */
  readonly controls: 'all' | readonly string[];
  /** The reader sets nothing; what is pointed at is still read out. */
  readonly readOnly: boolean;
  /** The reader is asked for a guess before the answer. */
  readonly asks: boolean;
  /** Tables and details are folded away. */
  readonly compact: boolean;
  /** In somebody else's page: what leads away from the figure has its place there. */
  readonly embedded: boolean;
}

/** The page shows everything; an embed provides its own. */
export const PresentationContext = createContext<Presentation>({ controls: 'all', readOnly: false, asks: true, compact: false, embedded: false });

export function usePresentation(): Presentation {
  return useContext(PresentationContext);
}

/** Whether a control is shown that sets any of these, by their names in links; none of them is set by what no link carries. */
export function useShown(...names: readonly string[]): boolean {
  const { controls, readOnly } = usePresentation();
  return !readOnly && (controls === 'all' || names.some((name) => controls.includes(name)));
}
