import type { ReactNode } from 'react';
import { useShown } from './presentation';

interface ControlProps {
  /** The settings that it sets, by their names in links; an empty list for what no link carries. */
  readonly of: string | readonly string[];
  /** What stands there instead, where the figure does not say elsewhere what it is set to. */
  readonly otherwise?: ReactNode;
  readonly children: ReactNode;
}

/** A control, or several with what holds them together: there where the page shows the control of one of its settings. */
export function Control({ of, otherwise = null, children }: ControlProps) {
  return useShown(...(typeof of === 'string' ? [of] : of)) ? children : otherwise;
}
