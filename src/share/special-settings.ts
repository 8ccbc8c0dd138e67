import { fail, ok } from '../result';
import type { Setting } from './setting';

/** What differences are taken from: the outputs at a batch size, or a reference. */
export type Baseline = number | 'exact' | 'float64';

export const baseline: Setting<Baseline> = {
  label: 'Baseline',
  initial: 1,
  name: 'base',
  travels: ['url', 'embed'],
  print: String,
  parse: (text) => {
    if (text === 'exact' || text === 'float64') return ok({ value: text });
    const batch = /^\d{1,4}$/.test(text) ? Number(text) : 0;
    return batch >= 1 && batch <= 1024 ? ok({ value: batch }) : fail({ message: 'is neither a batch size nor exact or float64' });
  },
};

/** A selected output: its column, and the line it stands in (a batch size in the sweep, a row in the whole batch). */
export interface CellPlace {
  readonly line: number;
  readonly column: number;
}

export const cellPlace: Setting<CellPlace | null> = {
  label: 'Selected output',
  initial: null,
  name: 'cell',
  travels: ['url', 'embed'],
  print: (cell) => (cell === null ? '' : `${cell.line},${cell.column}`),
  parse: (text) => {
    if (text === '') return ok({ value: null });
    const [, line, column] = /^(\d{1,4}),(\d{1,4})$/.exec(text) ?? [];
    if (line === undefined || column === undefined) return fail({ message: 'is no place such as 4,17' });
    return ok({ value: { line: Number(line), column: Number(column) } });
  },
};
