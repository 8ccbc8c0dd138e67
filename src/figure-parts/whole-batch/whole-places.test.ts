import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { galleryRecording } from '../../experiments/gallery-recording.fixture';
import type { WholeBatchSpec } from '../../experiments/whole-batch';
import { wholeResult } from '../../export/snippets/shown.fixture';
import type { SimulatedLibrary } from '../../testing/simulated-recording';
import { simulatedRecording, TILED } from '../../testing/simulated-recording';
import { chosenSchedule } from '../../testing/chosen-schedule';
import type { WholeResult } from '../../store/results';
import { orderGroups } from '../difference-map/order-groups';
import { wholeFinding } from './whole-finding';
import { wholeMatrix } from './whole-matrix';
import { wholeCalls } from './whole-orders';
import { callOrders, ordersFinding, wholeOrdersPicture } from './whole-orders-picture';
import { wholePicture } from './whole-picture';
import { wholeSummary } from './whole-summary';

const layer = { inFeatures: 12, outFeatures: 20, rows: 17, bias: true, source: { kind: 'torch', seed: 72, uniform: 'fused' }, format: 'float32' } as const;

function tiled(repeatedRow: number | null, batch = 17): WholeResult {
  return wholeResult({ layer, schedule: { kind: 'recording', recording: simulatedRecording(TILED) }, batch, repeatedRow });
}

/** A recording of row 0 alone. */
function ofRow0(batch: number, repeatedRow: number | null): WholeResult {
  const spec: WholeBatchSpec = {
    layer: { inFeatures: 4, outFeatures: 8, rows: batch, bias: true, source: { kind: 'torch', seed: 72, uniform: 'separate' }, format: 'float32' },
    schedule: { kind: 'recording', recording: galleryRecording('mkl-2020.4-4x8') },
    batch,
    repeatedRow,
  };
  return wholeResult(spec);
}

const found = (whole: WholeResult) => [...wholeSummary(whole)].at(-1)!;

describe('one row repeated through a call', () => {
  it('has as many results as the sentence says, which names where they begin', () => {
    const whole = tiled(3);
    const distinct = whole.results!;
    expect(distinct.length).toBeGreaterThan(1);
    expect(wholeFinding(whole, found(whole))).toEqual([
      `The same row, 17 times in one call: ${distinct.length} different results.`,
      `They begin at rows 0, 6, 10 and 16; up to ${Math.max(...distinct.map(({ differing }) => differing))} of 20 outputs differ from row 0.`,
    ]);
  });

  it('has one where all rows are added up alike, and none to compare in a call of one row', () => {
    const same = wholeResult({ layer, schedule: chosenSchedule('1:sequential;2:pairwise(4)'), batch: 5, repeatedRow: 0 });
    expect(wholeFinding(same, found(same))).toEqual(['The same row, 5 times in one call: one result.', 'All 5 are equal to the bit.']);
    expect(wholeFinding(tiled(0, 1), found(tiled(0, 1)))).toEqual(['A call of one row has no other place in it.']);
  });

  it('says that only row 0 was recorded, where that is so', () => {
    const whole = ofRow0(4, 0);
    expect(wholeFinding(whole, found(whole))).toEqual([
      'Modelled: the same row, 4 times in one call: one result.',
      'All 4 are equal to the bit.',
      'Of batch 4, row 0 was recorded; other rows are assumed to be added up the same way.',
    ]);
  });

  it('says all that it assumes of a call of a size that was not recorded', () => {
    const whole = ofRow0(5, 0);
    expect(wholeFinding(whole, found(whole)).slice(2)).toEqual(['Batch 5 was not recorded; batch 4’s order is used. Of batch 4, row 0 was recorded; other rows are assumed to be added up the same way.']);
  });

  it('is compared with row 0 of its call in words, too', () => {
    const { label, caption, describe: read } = wholePicture([...wholeMatrix(tiled(3), 'ulp')].at(-1)!);
    expect(label).toBe('Differences from row 0 of the same call, 17 rows by 20 outputs');
    expect(caption).toBe('The same row 17 times: each place in the call minus row 0, in ulp, steps of the number format');
    expect(read(1, 0)).toMatch(/^row 1, output 0: .*, bit-equal to row 0 of the call$/);
  });
});

describe('the orders of a call', () => {
  it('are counted over its rows and outputs, and the sentence says where the kinds of rows begin', () => {
    const whole = tiled(null);
    expect(callOrders(whole).map(({ text, outputs }) => [text, outputs])).toEqual([
      ['b + *0..11', 248],
      ['0..10:2 + (1..11:2) + b', 72],
      ['0..11 + b', 20],
    ]);
    expect(ordersFinding(whole)).toEqual(['3 orders are at work in one call of 17 rows.', 'Which one an output takes depends on where its row stands, too: there are 4 kinds of rows, which begin at rows 0, 6, 10 and 16.']);
    expect(ordersFinding(tiled(null, 3))).toEqual(['One order adds up all 60 outputs of the call.']);
  });

  it('are modelled where not all that the sentence speaks of was recorded', () => {
    expect(ordersFinding(ofRow0(4, null))[0]).toBe('Modelled: one order adds up all 32 outputs of the call.');
    expect(ordersFinding(tiled(null, 16))[0]).toBe('Modelled: one order adds up all 320 outputs of the call.');
    expect(ordersFinding(tiled(null, 20))[0]).toBe('Modelled: 3 orders are at work in one call of 20 rows.');
    const alone = ofRow0(4, null);
    expect(wholeFinding(alone, found(alone))[0]).toMatch(/^Modelled: (in one call of 4 rows|all 32 outputs)/);
  });

  it('say of each cell that is modelled that it is', () => {
    const whole = ofRow0(4, null);
    const differences = wholePicture([...wholeMatrix(whole, 'ulp')].at(-1)!);
    const orders = wholeOrdersPicture(whole);
    for (const row of [0, 1, 2, 3]) {
      expect(orders.describe(row, 5).endsWith(' · modelled')).toBe(row > 0);
      expect(/^row \d, output 5: \S+ · modelled, /.test(differences.describe(row, 5))).toBe(row > 0);
    }
    const repeated = wholePicture([...wholeMatrix(ofRow0(5, 0), 'ulp')].at(-1)!);
    expect(repeated.describe(2, 5)).toMatch(/ · modelled, bit-equal to row 0 of the call · modelled$/);
    expect(repeated.describe(2, 5).length).toBeLessThanOrEqual(200);
  });

  it('are read off cell by cell', () => {
    const { describe: read, label } = wholeOrdersPicture(tiled(null));
    expect(label).toBe('Orders of addition, 17 rows by 20 outputs');
    expect(read(7, 9)).toBe('row 7, output 9: order C, 0..10:2 + (1..11:2) + b');
    expect(read(16, 9)).toBe('row 16, output 9: order A, 0..11 + b');
  });

  it('name their rows in the list, and which of these are recorded', () => {
    const listed = (whole: WholeResult) => orderGroups(whole.spec, wholeCalls(whole)).map(({ where, provenance }) => [where, provenance]);
    expect(listed(tiled(null))).toEqual([
      ['Batch 1; batch 17, row 16', 'recorded'],
      ['Batch 17, rows 0–5 and 12–15; batch 17, rows 6–9, outputs 0–7 and 16–19', 'recorded'],
      ['Batch 17, rows 6–9, outputs 8–15; batch 17, rows 10–11', 'recorded'],
    ]);
    expect(listed(ofRow0(4, 0))).toEqual([['Batch 4, row 0; batch 4, rows 1–3', 'recorded; batch 4, rows 1–3 modelled, not recorded']]);
  });

  it('are painted as they were recorded, for any tiles', () => {
    const ORDERS = ['0..11 + b', 'b + *0..11', '0..10:2 + (1..11:2) + b'];
    const tiles = fc.array(fc.array(fc.constantFrom(0, 1, 2), { minLength: 20, maxLength: 20 }), { minLength: 1, maxLength: 4 }).chain((kinds) => fc.record({ kinds: fc.constant(kinds), rows: fc.array(fc.nat(kinds.length - 1), { minLength: 2, maxLength: 9 }) }));
    fc.assert(
      fc.property(tiles, ({ kinds, rows }) => {
        const used = [...new Set(rows)];
        const library: SimulatedLibrary = {
          ...TILED,
          calls: [
            { batch: 1, classes: [{ rows: [[0, 0]], plan: [{ columns: [[0, 19]], order: ORDERS[0]! }] }] },
            {
              batch: rows.length,
              classes: used.map((kind) => ({
                rows: rows.flatMap((one, row) => (one === kind ? [[row, row] as const] : [])),
                plan: ORDERS.flatMap((order, at) => {
                  const columns = kinds[kind]!.flatMap((one, column) => (one === at ? [[column, column] as const] : []));
                  return columns.length === 0 ? [] : [{ columns, order }];
                }),
              })),
            },
          ],
        };
        const whole = wholeResult({ layer, schedule: { kind: 'recording', recording: simulatedRecording(library) }, batch: rows.length, repeatedRow: null });
        const { values, scale, describe: read } = wholeOrdersPicture(whole);
        const texts = scale.kind === 'orders' ? scale.orders.map(({ text }) => text) : [];
        expect([...values].map((place) => texts[place])).toEqual(rows.flatMap((kind) => kinds[kind]!.map((at) => ORDERS[at])));
        expect(read(rows.length - 1, 19)).toContain(texts[values.at(-1)!]);
        expect(callOrders(whole).reduce((sum, { outputs }) => sum + outputs, 0)).toBe(values.length);
      }),
      { numRuns: 40 },
    );
  });
});
