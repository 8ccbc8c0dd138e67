import { expect, it } from 'vitest';
import type { Dtype } from '../numerics/dtypes';
import { roundToDtype } from '../numerics/dtypes';
import { judgeDifference } from './judge-difference';
import type { Finding } from './judgement';

interface Report {
  readonly what: string;
  readonly K: number;
  readonly a: readonly number[];
  readonly b: readonly number[];
  readonly dtype?: Dtype;
  /** Slack of a difference, if the printouts are rounded. */
  readonly slack?: number;
  readonly finding: Finding;
}

/** Numbers reported in public threads, and what a maintainer would answer. */
const REPORTS: readonly Report[] = [
  { what: 'PyTorch forum 93515, five outputs of nn.Linear(768, 768)', K: 768, a: [-0.23123368620872498, 0.982639491558075, -0.5261492133140564, 0.32300880551338196, 0.12303455173969269], b: [-0.23123352229595184, 0.9826395511627197, -0.5261490345001221, 0.32300886511802673, 0.1230345219373703], finding: 'normal' },
  { what: 'pytorch #53635, TF32 on one product', K: 1, a: [1025], b: [1024.5], finding: 'beyond' },
  { what: 'numpy #11655, a Gram matrix', K: 10000, a: [3269.1653, 2488.9177, 2488.9177, 3382.334], b: [3269.1648, 2488.918, 2488.918, 3382.3337], finding: 'normal' },
  { what: 'mlx #1958, bfloat16 accumulated in bfloat16', K: 256, dtype: 'bfloat16', a: [2.015625, -21.375, 7.6875, 1.21875, -8.0625, 11.125], b: [1.8984375, -21.25, 7.53125, 1.265625, -8.0625, 11.125], finding: 'between' },
  { what: 'mlx #1163, a stride that was ignored', K: 3, a: [-0.0474179, 0.0124829, 0.608902], b: [0.0557015, 0.219578, 0.952311], finding: 'between' },
  { what: 'vllm #6408, a log-probability of a whole model', K: 768, a: [-1.3945362567901611], b: [-1.432058572769165], finding: 'no-scale' },
  { what: 'pytorch #148939, neighbours in bfloat16', K: 4096, dtype: 'bfloat16', a: [-648], b: [-652], finding: 'normal' },
  { what: 'pytorch #1984, batch norm in training mode, four decimals', K: 100, a: [-0.005704, -0.037342, -0.036541, 0.074486], b: [-0.005703, -0.03748, -0.03661, 0.074439], slack: 1e-6, finding: 'between' },
  { what: 'pytorch #171034, NaN against infinity', K: 3, dtype: 'bfloat16', a: [NaN], b: [Infinity], finding: 'nonfinite' },
  { what: 'jax #6566, scores absorbed by a mask', K: 2, a: [0, -0.19999999], b: [0, 0], finding: 'between' },
  { what: 'numpy #14471, a row of 20 that differs by single steps', K: 20, a: [6.5369897, 5.2805567, 5.280808, 5.869511, 4.305103, 3.911598, 6.532375, 4.1619434, 5.0178237, 4.8641796, 5.0499, 4.9761305, 4.148727, 4.980519, 4.241932, 5.0298777, 4.760759, 5.94255, 5.3025136, 4.234557], b: [6.5369897, 5.280557, 5.2808075, 5.869511, 4.3051033, 3.911598, 6.532375, 4.1619434, 5.0178237, 4.8641796, 5.0499, 4.9761305, 4.1487274, 4.980519, 4.241932, 5.0298777, 4.7607594, 5.94255, 5.302514, 4.2345567], finding: 'normal' },
];

it.each(REPORTS)('$what: $finding', ({ K, a, b, dtype = 'float32', slack = 0, finding }) => {
  const rounded = (values: readonly number[]): Float64Array => Float64Array.from(values, (value) => (slack > 0 ? value : roundToDtype(dtype, value)));
  const pair = { dtype, actual: rounded(a), expected: rounded(b), slack: new Float64Array(a.length).fill(slack) };
  expect(judgeDifference(pair, { products: K, hasBias: null, layer: null }).finding).toBe(finding);
});
