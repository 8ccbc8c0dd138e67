import { useCallback } from 'react';
import type { FigureId, FigureValues } from '../share/figure-settings';
import { isPartId } from '../share/figure-settings';
import type { PartValues } from '../share/part-values';
import type { Settings } from '../share/settings';
import { useActions, useApp, usePart } from '../store/use-store';
import { usePresentation } from '../ui/presentation';

/** The reader's setter for any settings that the part has; it does nothing in a read-only presentation. */
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

/** The reader's setter for a figure with settings of its own. */
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

/** The values of a figure with settings of its own, and the reader's setter for them. */
export function useFigure<F extends FigureId>(figure: F): readonly [PartValues[F], (some: Partial<FigureValues<F>>) => void] {
  return [useApp(({ parts }) => parts[figure]), useSetFigure(figure)];
}
