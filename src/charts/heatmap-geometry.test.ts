import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellAt, columnTicks, heatmapGeometry, labelledRows, movedCell } from './heatmap-geometry';

const sizes = fc.tuple(fc.integer({ min: 1, max: 1024 }), fc.integer({ min: 1, max: 4096 }), fc.integer({ min: 40, max: 2000 }), fc.constantFrom(1, 1.5, 2, 3));

describe('heatmapGeometry', () => {
  it('gives every cell a whole number of device pixels, at least one', () => {
    fc.assert(
      fc.property(sizes, ([rows, columns, available, ratio]) => {
        const { cellWidth, rowHeight } = heatmapGeometry(rows, columns, available, ratio);
        for (const pixels of [cellWidth * ratio, rowHeight * ratio]) {
          expect(pixels).toBeCloseTo(Math.round(pixels), 9);
          expect(Math.round(pixels)).toBeGreaterThanOrEqual(1);
        }
      }),
    );
  });
  it('is wider than its place only where a device pixel per column does not fit', () => {
    expect(heatmapGeometry(6, 768, 900, 1).width).toBe(768);
    expect(heatmapGeometry(6, 768, 300, 3).width).toBeLessThanOrEqual(300);
    expect(heatmapGeometry(6, 4096, 900, 1).width).toBe(4096);
  });
  it('gives few rows the height of a line of text, many a few pixels', () => {
    expect(heatmapGeometry(6, 768, 900, 1).rowHeight).toBeGreaterThanOrEqual(14);
    expect(heatmapGeometry(128, 768, 900, 1).rowHeight).toBe(4);
  });
});

describe('cellAt', () => {
  it('finds the cell at its own middle, and stays inside for points on the edge', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), fc.nat(), ([rows, columns, available, ratio], a, b) => {
        const geometry = heatmapGeometry(rows, columns, available, ratio);
        const cell = { row: a % rows, column: b % columns };
        expect(cellAt(geometry, rows, columns, (cell.column + 0.5) * geometry.cellWidth, (cell.row + 0.5) * geometry.rowHeight)).toEqual(cell);
        expect(cellAt(geometry, rows, columns, geometry.width, geometry.height)).toEqual({ row: rows - 1, column: columns - 1 });
      }),
    );
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
