import { useMemo } from 'react';
import { useFigure } from '../../figure-parts/use-set';
import type { FigureValues } from '../../share/figure-settings';
import type { Box, BoxName } from '../../store/pasted';
import { useActions, useApp } from '../../store/use-store';
import { usePresentation } from '../../ui/presentation';
import type { Change, Verdict } from './boxes';
import { swapped, verdictOf, withBox, withExample } from './boxes';
import type { ExampleName } from './examples';

/** What the figure is about, and what its reader can do to it. */
export interface VerdictState extends Verdict {
  readonly values: FigureValues<'verdict'>;
  readonly set: (some: Partial<FigureValues<'verdict'>>) => void;
  readonly put: (name: BoxName, box: Box) => void;
  readonly takeExample: (name: ExampleName) => void;
  readonly swap: () => void;
}

export function useVerdict(): VerdictState {
  const [values, set] = useFigure('verdict');
  const pasted = useApp((state) => state.pasted);
  const { paste } = useActions();
  const { readOnly } = usePresentation();
  const { example, first, second } = values;
  const verdict = useMemo(() => verdictOf({ example, first, second }, pasted), [example, first, second, pasted]);
  const change = ({ values: some, pasted: beside }: Change): void => {
    if (!readOnly) paste(some, beside);
  };
  return {
    ...verdict,
    values,
    set,
    put: (name, box) => change(withBox(verdict, name, box)),
    takeExample: (name) => change(withExample(name)),
    swap: () => change(swapped(verdict)),
  };
}
