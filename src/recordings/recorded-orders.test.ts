import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseRecording } from './parse-recording';
import { simulatedRecording, TILED } from '../testing/simulated-recording';
import { ordersOfRecording } from './recorded-orders';

function ordersOf(file: string) {
  const recording = parseRecording(readFileSync(new URL(`../../public/recordings/${file}`, import.meta.url), 'utf8'));
  if (!recording.ok) throw new Error(recording.error.message);
  return ordersOfRecording(recording.value);
}

describe('the orders of a recording', () => {
  it('lists each distinct order once, with the batches that use it', () => {
    const uses = ordersOf('pytorch-2.13-mkl-768x768.json').map((order) => order.uses.map(({ batch }) => batch));
    expect(uses).toEqual([[1], [2, 3], [4, 8, 16, 17, 32, 64, 128]]);
  });

  it('knows the stripes of a batch by their order', () => {
    const orders = ordersOf('pytorch-1.13-openblas-768x768.json');
    expect(orders.map(({ uses }) => uses.map(({ batch, columns }) => [batch, columns.length]))).toEqual([
      [[1, 1], [2, 1], [4, 1], [8, 1], [128, 4]],
      [[16, 1], [128, 5]],
    ]);
    expect(new Set(orders.map(({ key }) => key)).size).toBe(orders.length);
  });

  it('says in which rows of a call an order is used', () => {
    const orders = ordersOfRecording(simulatedRecording(TILED));
    expect(orders.map(({ orderText, uses }) => [orderText, uses.map(({ batch, rows }) => [batch, rows])])).toEqual([
      ['0..11 + b', [[1, [[0, 0]]], [17, [[16, 16]]]]],
      ['b + *0..11', [[3, [[0, 2]]], [17, [[0, 5], [12, 15]]], [17, [[6, 9]]]]],
      ['0..10:2 + (1..11:2) + b', [[17, [[6, 9]]], [17, [[10, 11]]]]],
    ]);
  });
});
