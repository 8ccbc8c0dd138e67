import { describe, expect, it } from 'vitest';
import { selectionOf } from './embed-selection';
import { partSettings } from './figure-settings';
import { firstValues } from './setting-table';

describe('what is selected in a figure', () => {
  it('is its cell', () => {
    const values = firstValues(partSettings('heatmap'));
    expect(selectionOf('heatmap', values)).toBeNull();
    expect(selectionOf('heatmap', { ...values, cell: { line: 128, column: 190 } })).toEqual({ line: 128, column: 190 });
  });
  it('is the place that is read out, by the names of links', () => {
    expect(selectionOf('kernel-map', firstValues(partSettings('kernel-map')))).toBeNull();
    expect(selectionOf('kernel-map', { recording: 'mkl-2020.4-4x8', batch: 2 })).toEqual({ rec: 'mkl-2020.4-4x8', batch: 2 });
    expect(selectionOf('stepper', { ...firstValues(partSettings('stepper')), step: 7 })).toEqual({ step: 7 });
    expect(selectionOf('error-growth', firstValues(partSettings('error-growth')))).toEqual({ at: 12 });
  });
  it('is nothing in a figure without places', () => {
    expect(selectionOf('depth', firstValues(partSettings('depth')))).toBeNull();
    expect(selectionOf('nearer', {})).toBeNull();
  });
});
