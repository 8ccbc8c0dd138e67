import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseRecording } from './parse-recording';
import { simulatedRecording, TILED } from '../testing/simulated-recording';
import { summarise } from './summarise';

function summaryOf(file: string) {
  const recording = parseRecording(readFileSync(new URL(`../../public/recordings/${file}`, import.meta.url), 'utf8'));
  if (!recording.ok) throw new Error(recording.error.message);
  return summarise(recording.value);
}

describe('summarise', () => {
  it('says what was recorded, where and when', () => {
    expect(summaryOf('mkl-2020.4-4x8.json')).toMatchObject({
      recordedOn: '2026-11-23',
      library: { name: 'Intel MKL', version: '2020.4', backend: 'sgemm, AVX2' },
      inFeatures: 4,
      outFeatures: 8,
      bias: true,
      batches: [1, 2, 4, 8, 16],
    });
  });

  it('lists each distinct order once, with the batches that use it', () => {
    const uses = summaryOf('pytorch-2.13-mkl-768x768.json').orders.map((order) => order.uses.map(({ batch }) => batch));
    expect(uses).toEqual([[1], [2, 3], [4, 8, 16, 17, 32, 64, 128]]);
  });

  it('knows the stripes of a batch by their order', () => {
    const { orders } = summaryOf('pytorch-1.13-openblas-768x768.json');
    expect(orders.map(({ uses }) => uses.map(({ batch, columns }) => [batch, columns.length]))).toEqual([
      [[1, 1], [2, 1], [4, 1], [8, 1], [128, 4]],
      [[16, 1], [128, 5]],
    ]);
    expect(new Set(orders.map(({ key }) => key)).size).toBe(orders.length);
  });

  it('says in which rows of a call an order is used', () => {
    const { batches, orders } = summarise(simulatedRecording(TILED));
    expect(batches).toEqual([1, 3, 17]);
    expect(orders.map(({ orderText, uses }) => [orderText, uses.map(({ batch, rows }) => [batch, rows])])).toEqual([
      ['0..11 + b', [[1, [[0, 0]]], [17, [[16, 16]]]]],
      ['b + *0..11', [[3, [[0, 2]]], [17, [[0, 5], [12, 15]]], [17, [[6, 9]]]]],
      ['0..10:2 + (1..11:2) + b', [[17, [[6, 9]]], [17, [[10, 11]]]]],
    ]);
  });
});
