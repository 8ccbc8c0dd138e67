import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Order } from '../../orders/order';
import { parseWrittenOrder } from '../../orders/written-order';
import { PATTERNS, patternOrder } from '../../orders/patterns';
import { parseRecording } from '../../recordings/parse-recording';
import { accumulatorsOf } from './accumulators-of-order';

function parsed(text: string): Order {
  const order = parseWrittenOrder(text);
  if (!order.ok) throw new Error(order.error.message);
  return order.value;
}

const sums = (text: string): (readonly number[])[] => accumulatorsOf(parsed(text)).accumulators.map(({ products }) => products);
const stride = (from: number, to: number, by: number): number[] => Array.from({ length: (to - from) / by + 1 }, (_, i) => from + i * by);

describe('accumulatorsOf', () => {
  it('finds the four lanes of PyTorch 2.13 at batch 1, and that the first takes four products more', () => {
    const { joins, accumulators } = accumulatorsOf(parsed('0..4 + 8..764:4 + (6..766:4) + (5..765:4 + (7..767:4)) + b'));
    expect(accumulators.map(({ products }) => products)).toEqual([[0, 1, 2, 3, ...stride(4, 764, 4)], stride(6, 766, 4), stride(5, 765, 4), stride(7, 767, 4)]);
    expect(joins).toEqual([
      { kind: 'merge', from: 1, into: 0 },
      { kind: 'merge', from: 3, into: 2 },
      { kind: 'merge', from: 2, into: 0 },
      { kind: 'late', products: [], into: 0 },
    ]);
  });

  it('takes a group as one term', () => {
    const { accumulators, joins } = accumulatorsOf(parsed('b + {0..31}*16 + ({32..63}*16) @ h100'));
    expect(accumulators.map(({ terms, bias }) => [terms.map(({ length }) => length), bias])).toEqual([
      [[0, 16, 16], true],
      [[16, 16], false],
    ]);
    expect(joins).toEqual([{ kind: 'merge', from: 1, into: 0 }]);
    expect(accumulatorsOf(parsed('0 + 1 + (2 + 3) + {4..7} @ h100')).joins.at(-1)).toEqual({ kind: 'late', products: [4, 5, 6, 7], into: 0 });
  });

  it('finds blocks along K, the bias in the first', () => {
    const { accumulators, joins } = accumulatorsOf(parsed('*0..191 + b + (*192..383) + (*384..575) + (*576..767)'));
    expect(accumulators.map(({ products, bias }) => [products.length, bias])).toEqual([
      [192, true],
      [192, false],
      [192, false],
      [192, false],
    ]);
    expect(accumulators[0]!.terms.at(-1)).toEqual([]);
    expect(joins.map((join) => join.into)).toEqual([0, 0, 0]);
  });

  it('takes pairs that follow each other along K as terms of one accumulator', () => {
    const { accumulators } = accumulatorsOf(parsed('2 + *0 + (6 + *4) + (10 + *8) + (3 + *1 + (7 + *5) + (11 + *9)) + b'));
    expect(accumulators.map(({ terms }) => terms)).toEqual([
      [[2, 0], [6, 4], [10, 8]],
      [[3, 1], [7, 5], [11, 9]],
    ]);
  });

  it('takes pairs that lie across each other as accumulators side by side', () => {
    expect(sums('0 + 3 + (1 + 4) + (2 + 5)')).toEqual([[0, 3], [1, 4], [2, 5]]);
    expect(sums('0 + 1 + (2 + 3)')).toEqual([[0, 1], [2, 3]]);
  });

  it('keeps what comes after a join as a late join', () => {
    const { rows, joins } = accumulatorsOf(parsed('0 + 2 + (1 + 3) + 4 + b'));
    expect(joins).toEqual([
      { kind: 'merge', from: 1, into: 0 },
      { kind: 'late', products: [4], into: 0 },
      { kind: 'late', products: [], into: 0 },
    ]);
    expect(rows.map(({ kind }) => kind)).toEqual(['accumulator', 'accumulator', 'late', 'late']);
  });

  it('has every product of every order of the gallery and of the patterns once, and one join fewer than there are sums', () => {
    const folder = new URL('../../../public/recordings/', import.meta.url);
    const recorded = readdirSync(folder)
      .filter((file) => file !== 'index.json')
      .flatMap((file) => {
        const recording = parseRecording(readFileSync(new URL(file, folder), 'utf8'));
        if (!recording.ok) throw new Error(recording.error.message);
        return recording.value.calls.flatMap(({ classes }) => classes.flatMap(({ plan }) => plan.map(({ order }) => order)));
      });
    const modelled = PATTERNS.flatMap((pattern) => pattern.thresholds.flatMap(({ from }) => [16, 64, 77, 256].map((K) => patternOrder(pattern, from, K, true))));
    for (const order of [...recorded, ...modelled]) {
      const { accumulators, joins } = accumulatorsOf(order);
      const products = [...accumulators.flatMap((sum) => sum.products), ...joins.flatMap((join) => (join.kind === 'late' ? join.products : []))];
      expect(products.sort((a, b) => a - b)).toEqual(stride(0, order.products - 1, 1));
      expect(joins.filter(({ kind }) => kind === 'merge')).toHaveLength(accumulators.length - 1);
    }
  });
});
