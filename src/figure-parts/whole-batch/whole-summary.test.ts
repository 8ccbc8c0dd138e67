import { describe, expect, test } from 'vitest';
import { runToEnd } from '../../experiments/step';
import { summariseDifferences } from '../../experiments/summarise-differences';
import { wholeBatch } from '../../experiments/whole-batch';
import type { WholeBatchSpec } from '../../experiments/whole-batch';
import { COLLECTORS } from '../../store/collect';
import type { WholeResult } from '../../store/results';
import { chosenSchedule } from '../../testing/chosen-schedule';
import { wholeFinding } from './whole-finding';
import { wholeMatrix } from './whole-matrix';
import { wholeSummary } from './whole-summary';

function wholeOf(orders: string, batch: number, format: 'float32' | 'float64' = 'float32'): WholeResult {
  const layer = { inFeatures: 48, outFeatures: 21, rows: batch, bias: true, source: { kind: 'normal', seed: 3 }, format } as const;
  const spec: WholeBatchSpec = { layer, schedule: chosenSchedule(orders), batch, repeatedRow: null };
  return runToEnd(wholeBatch(spec)).values.reduce<WholeResult | null>((before, piece) => COLLECTORS.whole(spec, before, piece), null)!;
}

describe('a whole batch in numbers', () => {
  test.each(['float32', 'float64'] as const)('they are those of the summary made in one go, in %s, for an even and an odd count', (format) => {
    for (const batch of [4, 5]) {
      const whole = wholeOf('1:sequential;2:pairwise(4)', batch, format);
      const { verdicts, ...numbers } = summariseDifferences(whole.together, whole.baseline, whole.absSum, format);
      const { summary, byRow, byColumn } = [...wholeSummary(whole)].at(-1)!;
      expect(summary).toMatchObject(numbers);
      expect(summary.verdicts.map(({ close, failing }) => [close, failing])).toEqual(verdicts.map(({ close, failing }) => [close, failing]));
      const add = (counts: Uint32Array): number => counts.reduce((sum, count) => sum + count, 0);
      expect([add(byRow), add(byColumn)]).toEqual([numbers.differing, numbers.differing]);
    }
  });

  test('a map that grows has the values of one made at the end', () => {
    const whole = wholeOf('1:sequential;2:pairwise(4)', 6);
    const growing = { ...whole, together: whole.together.slice() };
    for (const rowsDone of [0, 1, 4, 6]) {
      const { values } = [...wholeMatrix({ ...growing, rowsDone }, 'ulp')].at(-1)!;
      expect(values.subarray(rowsDone * 21).every(Number.isNaN)).toBe(true);
    }
    expect([...wholeMatrix(growing, 'ulp')].at(-1)!.values).toEqual([...wholeMatrix(whole, 'ulp')].at(-1)!.values);
  });

  test('the sentence says how many differ, or that none does', () => {
    const same = wholeOf('1:sequential', 3);
    expect(wholeFinding(same, [...wholeSummary(same)].at(-1)!)).toEqual(['All 63 outputs are bit-equal to those of the same rows computed one at a time.']);
    const whole = wholeOf('1:sequential;2:pairwise(4)', 3);
    const found = [...wholeSummary(whole)].at(-1)!;
    expect(wholeFinding(whole, found)[0]).toBe(`In one call of 3 rows, ${found.summary.differing} of 63 outputs differ from the same rows computed one at a time.`);
    expect(wholeFinding({ ...whole, rowsDone: 1 }, null)).toEqual(['1 of 3 rows are done.']);
  });
});
