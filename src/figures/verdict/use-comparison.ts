import { useMemo } from 'react';
import { useFigure } from '../../figure-parts/use-set';
import type { ThreadCase } from '../../recordings/thread';
import type { FigureValues } from '../../share/figure-settings';
import type { Box, BoxName } from '../../store/pasted';
import { useActions, useApp } from '../../store/use-store';
import { usePresentation } from '../../ui/presentation';
import type { Change, Comparison } from './boxes';
import { swapped, comparisonOf, withBox, withChosen, withExample, withThreadLayer } from './boxes';
import type { ExampleName } from './examples';

/** What the figure is about, and what its reader can do to it. */
export interface ComparisonState extends Comparison {
  readonly values: FigureValues<'verdict'>;
  readonly set: (some: Partial<FigureValues<'verdict'>>) => void;
  readonly put: (name: BoxName, box: Box) => void;
  /** Takes two of several results in a box. */
  readonly choose: (name: BoxName, pair: readonly [number, number]) => void;
  readonly takeExample: (name: ExampleName) => void;
  readonly takeThreadLayer: (name: ThreadCase['name']) => void;
  readonly swap: () => void;
}

export function useComparison(): ComparisonState {
  const [values, set] = useFigure('verdict');
  const pasted = useApp((state) => state.pasted);
  const { paste } = useActions();
  const { readOnly } = usePresentation();
  const { example, first, second } = values;
  const comparison = useMemo(() => comparisonOf({ example, first, second }, pasted), [example, first, second, pasted]);
  const change = ({ values: some, pasted: beside }: Change): void => {
    if (!readOnly) paste(some, beside);
  };
  return {
    ...comparison,
    values,
    set,
    put: (name, box) => change(withBox(comparison, name, box)),
    choose: (name, pair) => change(withChosen(comparison, name, pair)),
    takeExample: (name) => change(withExample(name)),
    takeThreadLayer: (name) => change(withThreadLayer(comparison, name)),
    swap: () => change(swapped(comparison)),
  };
}
