import { expect, it } from 'vitest';
import { gridSize } from './grid-size';

it.each([
  [768, 700, 200],
  [768, 170, 200],
  [4096, 116, 200],
  [64, 588, 200],
  [4, 320, 200],
])('%i products fit into %i × %i pixels', (K, width, height) => {
  const { columns, rows, size } = gridSize(K, width, height, false);
  expect(columns * rows).toBeGreaterThanOrEqual(K);
  expect(columns * size).toBeLessThanOrEqual(width);
  expect(rows * size).toBeLessThanOrEqual(height);
});

it('has numbers in cells that they don’t fill', () => {
  expect(gridSize(64, 588, 200, false)).toEqual({ columns: 16, rows: 4, size: 32, numbered: true });
  expect(gridSize(768, 700, 800, false)).toMatchObject({ size: 21, numbered: false });
  expect(gridSize(64, 480, 200, true)).toMatchObject({ size: 30, numbered: false });
});
