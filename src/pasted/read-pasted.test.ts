import { describe, expect, it } from 'vitest';
import { comparePasted } from './compared-pair';
import fixture from './fixtures/pastes.json';
import { fromHex } from './hex-doubles.fixture';
import { recovered } from './printed-digits';
import { readPasted } from './read-pasted';
import type { Figures, PastedResult, Reading } from './reading';

interface Case {
  readonly form: string;
  readonly text: string;
  readonly kind: Reading['kind'];
  readonly results: readonly { readonly shape: readonly number[] | null; readonly bits: readonly string[]; readonly dtype?: string; readonly label?: string; readonly heads?: readonly (number | null)[]; readonly of?: readonly number[] }[];
  /** Whether the digits determine each number. */
  readonly complete?: boolean;
  readonly figures?: { readonly mismatched?: readonly [number, number]; readonly absolute: number };
  readonly pairs?: readonly (readonly [number, number])[];
  readonly by?: string;
  /** How many numbers are compared, if not all. */
  readonly part?: number;
}

const pastes = fixture.pastes as unknown as readonly Case[];

function resultsOf(reading: Reading): readonly PastedResult[] {
  switch (reading.kind) {
    case 'pair':
      return reading.pair;
    case 'several':
      return reading.results;
    case 'one':
    case 'difference':
      return [reading.result];
    default:
      return [];
  }
}

function figuresOf(reading: Reading): Figures | null {
  return reading.kind === 'figures' || reading.kind === 'pair' ? reading.figures : null;
}

describe('what people paste', () => {
  it('stands here in at least sixty forms', () => {
    expect(new Set(pastes.map(({ form }) => form)).size).toBe(pastes.length);
    expect(pastes.length).toBeGreaterThanOrEqual(60);
  });

  it('is said to show the same digits, never to be the same, where they are rounded', () => {
    const tookFrom = (text: string): string => {
      const reading = readPasted(text);
      return reading.kind === 'nothing' ? '' : reading.took;
    };
    expect(tookFrom('tensor([44.6534, 40.3130], dtype=torch.float64) tensor([44.6534, 40.3130], dtype=torch.float64)')).toMatch(/^2 numbers each, float64, to 4 decimals, from line 1\. Both show the same digits, and whether/);
    expect(tookFrom('[0.10000000149011612] [0.10000000149011612]')).toBe('1 number each, float32, from line 1.');
    expect(tookFrom(' ACTUAL: array([[0.5, 1.5]], dtype=float16)\n DESIRED: array([[0.5 , 1.25]], dtype=float16)')).toBe('1 × 2 numbers each, float16, from the lines “ACTUAL” and “DESIRED”.');
  });

  for (const { form, text, kind, results, complete, figures, pairs, by, part } of pastes) {
    it(`is read as ${kind}: ${form}`, () => {
      const reading = readPasted(text);
      expect(reading.kind).toBe(kind);
      if (reading.kind === 'nothing') {
        expect(reading.message).toMatch(/^[A-Z“].*[.?]$/);
        return;
      }
      expect(reading.took).toMatch(/^[A-Z0-9].*\.$/);
      for (const { sentence, position } of reading.leftOut) {
        expect(sentence).toMatch(/^[A-Z0-9].*\.$/);
        expect(position).toBeLessThan(text.length);
      }
      const found = resultsOf(reading);
      expect(found).toHaveLength(results.length);
      results.forEach(({ shape, bits, dtype, label, heads, of }, which) => {
        const result = found[which]!;
        const { array } = result;
        expect(array.shape).toEqual(shape);
        if (dtype !== undefined) expect(array.dtype).toBe(dtype);
        if (label !== undefined) expect(result.label).toBe(label);
        expect(array.cut?.heads.map((head) => head ?? null)).toEqual(heads === undefined ? undefined : heads.length < array.shape!.length ? [null, ...heads] : heads);
        if (of !== undefined) expect(array.cut?.of).toEqual(of);
        const truth = fromHex(bits);
        expect(array.values).toHaveLength(truth.length);
        truth.forEach((value, i) => {
          const number = recovered(array.dtype ?? 'float32', array.digits, array.values[i]!);
          if (complete) expect(number.slack).toBe(0);
          if (array.dtype !== null && number.slack === 0) expect(number.value).toBe(value);
          else if (Number.isFinite(value)) expect(Math.abs(number.value - value)).toBeLessThanOrEqual(Math.max(number.slack * (1 + 1e-6), Math.abs(value) * 2 ** -24));
          else expect(number.value).toBe(value);
        });
      });
      const stated = figuresOf(reading);
      if (figures !== undefined) {
        expect(stated?.absolute?.value).toBeCloseTo(figures.absolute, 12);
        if (figures.mismatched) expect([stated?.mismatched?.count, stated?.mismatched?.of]).toEqual(figures.mismatched);
      }
      if (pairs !== undefined && reading.kind === 'several') expect(reading.pairs).toEqual(pairs);
      if (by !== undefined && reading.kind === 'difference') expect(reading.by).toBe(by);
      if (reading.kind === 'pair') {
        const pair = comparePasted(reading.pair[0].array, reading.pair[1].array, null);
        if (!pair.ok) throw new Error(pair.error.message);
        expect(pair.value.part && pair.value.actual.length).toBe(part);
      }
    });
  }
});
