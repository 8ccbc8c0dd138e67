import { useCallback } from 'react';
import type { CellPlace } from '../../share/special-settings';
import { useFitted, useHover } from '../../store/use-part';
import { useMedia } from '../../ui/use-media';
import { useSet } from '../use-set';
import type { DifferenceMatrix } from './difference-matrix';

/** An output of a map. */
interface Farthest {
  readonly place: CellPlace;
  /** Whether it is off at all. */
  readonly isOff: boolean;
}

/** The first of the outputs that are farthest off; where none is off, the last line's first. */
export function farthestCell({ lines, columns, values }: Pick<DifferenceMatrix, 'lines' | 'columns' | 'values'>, veiled?: number): Farthest {
  let [found, largest] = [(lines.length - 1) * columns, 0];
  for (let at = 0; at < values.length; at++) {
    const size = Math.abs(values[at]!);
    if (size > largest && lines[Math.floor(at / columns)] !== veiled) [found, largest] = [at, size];
  }
  return { place: { line: lines[Math.floor(found / columns)]!, column: found % columns }, isOff: largest > 0 };
}

/** The output that a map shows in brief: the one pointed at, the one that the reader chose, or the one farthest off. */
export function useShownCell(farthest: Farthest | null, veiled?: number): { readonly cell: CellPlace | null; readonly outlined: CellPlace | null; readonly note: string; readonly onClear: (() => void) | null } {
  const { cell: chosen } = useFitted('cell');
  const hover = useHover();
  const touch = useMedia('(hover: none)');
  const pointed = hover?.line === veiled ? null : hover;
  const outlined = chosen ?? farthest?.place ?? null;
  const note = pointed === null && chosen === null ? `${farthest?.isOff ? 'the largest; ' : ''}${touch ? 'tap' : 'point at'} another` : '';
  const set = useSet();
  const clear = useCallback(() => set({ cell: null }), [set]);
  return { cell: pointed ?? outlined, outlined, note, onClear: chosen && clear };
}
