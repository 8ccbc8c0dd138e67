import type { ReactNode } from 'react';
import { useShown } from './presentation';

interface ControlProps {
  /** The settings that it sets, by their names in links; an empty list if no link carries them. */
  readonly of: string | readonly string[];
  /** What to show instead, if the figure does not say elsewhere what it is set to. */
  readonly otherwise?: ReactNode;
  readonly children: ReactNode;
}

/** One or more controls with their wrapper, shown if the page shows the control of any of their settings. */
export function Control({ of, otherwise = null, children }: ControlProps) {
  return useShown(...(typeof of === 'string' ? [of] : of)) ? children : otherwise;
}
