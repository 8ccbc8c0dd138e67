import { LIMITS } from '../lib/limits';
import { float32Text } from '../lib/float32-text';
import { parseAdder } from '../numerics/adder-text';
import type { AdderName } from '../numerics/group-sizes';
import { parseFloat32 } from '../numerics/parse-float32';
import { fail, ok } from '../lib/result';
import { uncapital } from '../lib/words';
import type { Setting } from './setting';
import { EVERYWHERE } from './setting';

/** What differences are measured against: the outputs at a batch size, a reference, or the same call on another adder. */
export type Baseline = number | 'exact' | 'float64' | `on-${AdderName}`;

export const baseline: Setting<Baseline> = {
  label: 'Baseline',
  initial: 1,
  name: 'base',
  scopes: EVERYWHERE,
  step: true,
  print: String,
  parse: (text) => {
    if (text === 'exact' || text === 'float64') return ok({ value: text });
    if (text.startsWith('on-')) {
      const adder = parseAdder(text.slice(3));
      return adder.ok ? ok({ value: `on-${adder.value}` }) : fail({ message: `can’t be read: ${uncapital(adder.error.message).replace(/\.$/, '')}` });
    }
    const batch = /^\d{1,4}$/.test(text) ? Number(text) : 0;
    return batch >= 1 && batch <= LIMITS.batch ? ok({ value: batch }) : fail({ message: 'is neither a batch size nor exact or float64' });
  },
};

/** A selected output: its column, and its line (a batch size in the sweep, a row in the whole batch). */
export interface CellPlace {
  readonly line: number;
  readonly column: number;
}

export const cellPlace: Setting<CellPlace | null> = {
  label: 'Selected output',
  initial: null,
  name: 'cell',
  scopes: EVERYWHERE,
  step: false,
  print: (cell) => (cell === null ? '' : `${cell.line},${cell.column}`),
  parse: (text) => {
    if (text === '') return ok({ value: null });
    const [, line, column] = /^(\d{1,4}),(\d{1,4})$/.exec(text) ?? [];
    if (line === undefined || column === undefined) return fail({ message: 'is not a place such as 4,17' });
    return ok({ value: { line: Number(line), column: Number(column) } });
  },
};

export type Three = readonly [number, number, number];

/** Three float32 numbers, each in the fewest digits that read back: `1e+08,-1e+08,1.0`. */
export function threeFloats(label: string, initial: Three, name: string): Setting<Three> {
  return {
    label,
    initial,
    name,
    scopes: EVERYWHERE,
    step: false,
    print: (numbers) => numbers.map((number) => plainText(number)).join(','),
    parse: (text) => {
      const read = text.split(',').map(parseFloat32);
      const wrong = read.find((number) => !number.ok);
      if (wrong !== undefined && !wrong.ok) return fail({ message: `can’t be read: ${wrong.error.message.replace(/\.$/, '')}` });
      const [a, b, c] = read.map((number) => (number.ok ? number.value : NaN));
      if (read.length !== 3 || a === undefined || b === undefined || c === undefined) return fail({ message: 'are not three numbers joined by commas' });
      return ok({ value: [a, b, c] });
    },
  };
}

/** A finite float32. */
export function finiteFloat(label: string, initial: number, name: string): Setting<number> {
  return {
    label,
    initial,
    name,
    scopes: EVERYWHERE,
    step: false,
    print: plainText,
    parse: (text) => {
      const read = parseFloat32(text);
      return read.ok && Number.isFinite(read.value) ? ok({ value: read.value }) : fail({ message: 'is not a finite float32' });
    },
  };
}

/** The two factors of a product. */
export type Factors = readonly [number, number];

/** The largest number of float16. */
const MAX_FACTOR = 65504;

/** As many products as `initial` has, each the product of two numbers that float16 reaches: `-4096x2048,0.5`. */
export function factorPairs(label: string, initial: readonly Factors[], name: string): Setting<readonly Factors[]> {
  return {
    label,
    initial,
    name,
    scopes: EVERYWHERE,
    step: false,
    print: (pairs) => pairs.map(([a, b]) => (b === 1 ? plainText(a) : `${plainText(a)}x${plainText(b)}`)).join(','),
    parse: (text) => {
      const pairs = text.split(',').map((pair) => pair.split(/[x×*·]/).map(parseFloat32).map((read) => (read.ok ? read.value : NaN)));
      if (pairs.length !== initial.length || pairs.some(({ length }) => length > 2)) return fail({ message: `are not ${initial.length} products such as 0.5x3, joined by commas` });
      if (!pairs.flat().every((factor) => Math.abs(factor) <= MAX_FACTOR)) return fail({ message: `have a factor that is no number of at most ${MAX_FACTOR}` });
      return ok({ value: pairs.map(([a = 0, b = 1]): Factors => [a, b]) });
    },
  };
}

/** `float32Text` without the parts that a link can omit: `1`, `1e8`. */
function plainText(number: number): string {
  return float32Text(number).replace(/\.0$/, '').replace(/e\+?(-?)0?/, 'e$1');
}
