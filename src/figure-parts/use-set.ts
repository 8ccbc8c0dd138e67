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

/** Sets what a figure has settings of its own for, likewise. */
export function useSetFigure<F extends FigureId>(figure: F): (some: Partial<FigureValues<F>>) => void {
  const { setPart } = useActions();
  const { readOnly } = usePresentation();
  return useCallback(
    (some) => {
      if (!readOnly) setPart(figure, some as Partial<PartValues[F]>);
    },
    [figure, setPart, readOnly],
  );
}

/** What a figure is set to, and what sets it, for a figure that has settings of its own. */
export function useFigure<F extends FigureId>(figure: F): readonly [PartValues[F], (some: Partial<FigureValues<F>>) => void] {
  return [useApp(({ parts }) => parts[figure]), useSetFigure(figure)];
}
