import { describe, expect, it } from 'vitest';
import { sumTreeColumns, valueStart } from './sum-tree-columns';

const node = (label: string, valueText: string) => ({ id: label, label, valueText, lostText: '-1.0e-10', isLeaf: true, fused: false });

describe('sumTreeColumns', () => {
  it('fits seventeen sums with float32 values on a phone', () => {
    const columns = sumTreeColumns([node('15', '-0.0123456789')], 17, 358);
    expect(columns.width).toBe(358);
    expect(columns.lost).toBeLessThanOrEqual(358);
  });
  it('puts decimal points under each other', () => {
    const columns = sumTreeColumns([node('0', '-0.5'), node('1', '12.25'), node('2', '')], 2, 400);
    expect(valueStart(columns, '-0.5')).toBeCloseTo(valueStart(columns, '12.25'), 9);
    expect(valueStart(columns, '0.5') - valueStart(columns, '-0.5')).toBeCloseTo(7.8, 9);
  });
});
