import { useCallback } from 'react';
import type { FigureId, FigureValues } from '../share/figure-settings';
import { isPartId } from '../share/figure-settings';
import type { PartValues } from '../share/part-values';
import type { Settings } from '../share/settings';
import { useActions, useApp, usePart } from '../store/use-store';
import { usePresentation } from '../ui/presentation';

/** Sets settings that the part has, for its reader; in a read-only presentation that does nothing. */
export function useSet(): (some: Partial<Settings>) => void {
  const part = usePart();
  const { setPart } = useActions();
  const { readOnly } = usePresentation();
  return useCallback(
    (some) => {
      if (!readOnly && isPartId(part)) setPart(part, some);
    },
    [part, setPart, readOnly],
  );
}

/** What a figure is set to, and what sets it for its reader, for a figure that has settings of its own. */
export function useFigure<F extends FigureId>(figure: F): readonly [PartValues[F], (some: Partial<FigureValues<F>>) => void] {
  const values = useApp(({ parts }) => parts[figure]);
  const { setPart } = useActions();
  const { readOnly } = usePresentation();
  const set = useCallback(
    (some: Partial<FigureValues<F>>) => {
      if (!readOnly) setPart(figure, some as Partial<PartValues[F]>);
    },
    [figure, setPart, readOnly],
  );
  return [values, set];
}
