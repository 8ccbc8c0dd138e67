import { describe, expect, it } from 'vitest';
import { clampSettings } from './clamp-settings';
import type { Settings } from './settings';
import { INITIAL_SETTINGS } from './settings';

function fit(some: Partial<Settings>) {
  return clampSettings({ ...INITIAL_SETTINGS, ...some });
}

describe('fitting settings', () => {
  it('leaves the first settings alone', () => {
    expect(fit({})).toEqual({ value: INITIAL_SETTINGS, notices: [] });
  });

  it('cuts a whole batch that is too much, and says so where it is seen', () => {
    const large = { inFeatures: 4096, outFeatures: 4096, wholeBatch: 1024 };
    const { value, notices } = fit({ ...large, view: 'whole' });
    expect(value.wholeBatch).toBe(39);
    expect(notices).toEqual(['A whole batch of 1,024 rows at 4,096 → 4,096 is too much work for a page: a batch of 39 is computed, and its order.']);
    expect(fit(large).notices).toEqual([]);
  });

  it('cuts growth that is too much', () => {
    const { value, notices } = fit({ view: 'growth', growthMaxExponent: 20, growthTrials: 1024, growthPoints: 8 });
    expect(value.growthTrials).toBeLessThan(1024);
    expect(notices).not.toEqual([]);
  });

  it('takes the first batch size for a baseline that is not among them', () => {
    expect(fit({ batches: [4, 8] })).toMatchObject({ value: { baseline: 4 }, notices: [expect.stringContaining('baseline is batch 4')] });
    expect(fit({ batches: [4, 8], baseline: 'exact' }).notices).toEqual([]);
  });

  it('selects only cells that the view has', () => {
    const cell = { line: 4, column: 9 };
    expect(fit({ cell }).value.cell).toEqual(cell);
    expect(fit({ cell, batches: [1, 2] }).value.cell).toBeNull();
    expect(fit({ cell, outFeatures: 9 }).value.cell).toBeNull();
    expect(fit({ cell: { line: 100, column: 0 }, view: 'whole' }).value.cell).toEqual({ line: 100, column: 0 });
    expect(fit({ cell: { line: 128, column: 0 }, view: 'whole' }).value.cell).toBeNull();
  });

  it('keeps the thread’s output inside its case', () => {
    expect(fit({ threadColumn: 700 }).value.threadColumn).toBe(0);
    expect(fit({ threadColumn: 700, threadCase: 'linear-768x768' }).value.threadColumn).toBe(700);
  });
});
