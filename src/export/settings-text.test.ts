import { describe, expect, it } from 'vitest';
import { LAB_SETTINGS } from '../share/figure-settings';
import { FIRST_PARTS } from '../share/part-values';
import { firstValues } from '../share/setting-table';
import { settingsText } from './settings-text';

const LAB = firstValues(LAB_SETTINGS);

describe('how a part is set, in words', () => {
  it('says what a figure’s controls say, and leaves out what is left open', () => {
    const values = { ...FIRST_PARTS.heatmap, recording: 'pytorch-1.13-openblas-768x768', unit: 'ulp', cell: { line: 128, column: 190 } };
    expect(settingsText({ part: 'heatmap', values })).toBe('View: calls · Recording: pytorch-1.13-openblas-768x768 · Baseline: 1 · Colour shows: difference · Unit: ulp · Selected output: 128,190.');
    expect(settingsText({ part: 'heatmap', values: { ...FIRST_PARTS.heatmap, view: 'rows' } })).toMatch(/^View: rows · .* · Compared with: alone · .* · Rows of the whole batch: 16\.$/);
    expect(settingsText({ part: 'walks', values: { library: 'x', products: 768, left: 0, right: 4 } })).toBe('Library: x · Products in a sum, K: 768 · Batch on the right: 4.');
    expect(settingsText({ part: 'nearer', values: {} })).toBe('');
  });

  it('says of the Lab what changes its view', () => {
    const sweep = settingsText({ part: 'lab', values: LAB });
    expect(sweep).toContain('Batch sizes: 1,2,4,8,16,128');
    expect(sweep).toContain('Recording: pytorch-2.13-mkl-768x768');
    expect(sweep).not.toMatch(/curves|Pattern|Condition/);
    const whole = { ...LAB, view: 'whole', row: 2 } as const;
    expect(settingsText({ part: 'lab', values: whole })).not.toContain('Row of the batch');
    expect(settingsText({ part: 'lab', values: { ...whole, against: 'elsewhere' } })).toMatch(/Row of the batch: 2 .*Compared with: elsewhere · Colour shows: difference/);
    const growth = settingsText({ part: 'lab', values: { ...LAB, view: 'growth', growthData: 'cancelling' } });
    expect(growth).toMatch(/Condition number: 1000000 .*Orders of the curves/);
    expect(growth).not.toMatch(/Batch sizes|Recording/);
  });
});
