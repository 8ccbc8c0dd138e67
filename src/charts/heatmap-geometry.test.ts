import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellAt, columnTicks, heatmapGeometry, labelledRows, movedCell } from './heatmap-geometry';

const sizes = fc.tuple(fc.integer({ min: 1, max: 1024 }), fc.integer({ min: 1, max: 4096 }), fc.integer({ min: 40, max: 2000 }), fc.constantFrom(1, 1.5, 2, 3));

describe('heatmapGeometry', () => {
  it('gives every cell a whole number of device pixels where one fits for each, and never leaves its place', () => {
    fc.assert(
      fc.property(sizes, ([rows, columns, available, ratio]) => {
        const { cellWidth, rowHeight, width, buckets } = heatmapGeometry(rows, columns, available, ratio);
        expect(rowHeight * ratio).toBeCloseTo(Math.round(rowHeight * ratio), 9);
        expect(rowHeight * ratio).toBeGreaterThanOrEqual(1);
        expect(width).toBeLessThanOrEqual(available + 1e-9);
        expect(buckets).toBe(Math.min(columns, Math.max(1, Math.floor(available * ratio))));
        if (buckets === columns) expect(cellWidth * ratio).toBeCloseTo(Math.round(cellWidth * ratio), 9);
      }),
    );
  });
  it('shows several columns in a pixel where a device pixel for each does not fit', () => {
    expect(heatmapGeometry(6, 768, 900, 1)).toMatchObject({ width: 768, buckets: 768 });
    expect(heatmapGeometry(6, 768, 300, 2)).toMatchObject({ width: 300, buckets: 600 });
    expect(heatmapGeometry(6, 4096, 900, 1)).toMatchObject({ width: 900, buckets: 900 });
  });
  it('gives few rows the height of a finger, many a few pixels, and all of a room that is given', () => {
    expect(heatmapGeometry(6, 768, 900, 1).rowHeight).toBe(48);
    expect(heatmapGeometry(6, 768, 300, 1).rowHeight).toBeGreaterThanOrEqual(24);
    expect(heatmapGeometry(128, 768, 900, 1).rowHeight).toBe(2);
    expect(heatmapGeometry(6, 768, 1000, 1, 600)).toMatchObject({ width: 1000, height: 600 });
  });
});

describe('cellAt', () => {
  it('finds the cell at its own middle, or one that shares its pixel, and stays inside for points on the edge', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), fc.nat(), ([rows, columns, available, ratio], a, b) => {
        const geometry = heatmapGeometry(rows, columns, available, ratio);
        const cell = { row: a % rows, column: b % columns };
        const found = cellAt(geometry, rows, columns, (cell.column + 0.5) * geometry.cellWidth, (cell.row + 0.5) * geometry.rowHeight, []);
        expect(found.row).toBe(cell.row);
        expect(Math.abs(found.column - cell.column)).toBeLessThanOrEqual(geometry.buckets === columns ? 0 : columns / geometry.buckets + 1);
        const edge = cellAt(geometry, rows, columns, geometry.width, geometry.height, []);
        expect(edge.row).toBe(rows - 1);
        expect(edge.column).toBeLessThan(columns);
      }),
    );
  });
  it('is the largest difference of the columns that share a pixel', () => {
    const geometry = heatmapGeometry(1, 8, 4, 1);
    expect(geometry.buckets).toBe(4);
    expect([0, 1, 2, 3].map((x) => cellAt(geometry, 1, 8, x + 0.5, 1, [0, -2, 3, 1, 0, 0, NaN, 1]).column)).toEqual([1, 2, 4, 6]);
  });
});

describe('movedCell', () => {
  it('moves by one, by sixteen with Shift, and to the ends', () => {
    expect(movedCell({ row: 1, column: 5 }, 'ArrowRight', false, 6, 768)).toEqual({ row: 1, column: 6 });
    expect(movedCell({ row: 1, column: 5 }, 'ArrowRight', true, 6, 768)).toEqual({ row: 1, column: 21 });
    expect(movedCell({ row: 1, column: 5 }, 'End', false, 6, 768)).toEqual({ row: 1, column: 767 });
    expect(movedCell({ row: 1, column: 5 }, 'PageDown', false, 6, 768)).toEqual({ row: 5, column: 5 });
  });
  it('stops at the edges and leaves other keys to the browser', () => {
    expect(movedCell({ row: 0, column: 0 }, 'ArrowUp', false, 6, 768)).toEqual({ row: 0, column: 0 });
    expect(movedCell({ row: 0, column: 0 }, 'Tab', false, 6, 768)).toBeNull();
  });
});

describe('columnTicks', () => {
  it('names the first column, multiples of a power of two, and the last', () => {
    expect(columnTicks(768, 1)).toEqual([0, 64, 128, 192, 256, 320, 384, 448, 512, 576, 640, 704, 767]);
    expect(columnTicks(8, 72)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(columnTicks(1, 72)).toEqual([0]);
  });
});

describe('labelledRows', () => {
  it('names every row that is tall enough, and spaces names out over thin ones', () => {
    expect(labelledRows(3, 28)).toEqual([0, 1, 2]);
    expect(labelledRows(20, 4)).toEqual([0, 8, 16]);
  });
});
