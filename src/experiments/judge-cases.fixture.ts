import type { LayerData } from '../linear/layer';
import type { ComparedPair } from '../pasted/compared-pair';
import { BUGS } from './bugs.fixture';
import type { DataKind } from './judge-data.fixture';
import { dataOfKind, resultOf, tenFamilies } from './judge-data.fixture';
import { judgeDifference } from './judge-difference';
import type { Finding } from './judgement';

/** One comparison, judged with and without x and W. */
export interface JudgedCase {
  readonly name: string;
  readonly kind: DataKind;
  readonly K: number;
  readonly bySigma: Finding;
  readonly byOutputs: Finding;
}

export interface JudgedBug extends JudgedCase {
  /** The difference, or its root mean square, is larger than between any two of the ten families there. */
  readonly exceeds: boolean;
}

export function pairOf(actual: Float32Array, expected: Float32Array): ComparedPair {
  return { dtype: 'float32', actual: Float64Array.from(actual), expected: Float64Array.from(expected), slack: new Float64Array(actual.length) };
}

export function judged(name: string, kind: DataKind, layer: LayerData, a: Float32Array, b: Float32Array): JudgedCase {
  const pair = pairOf(a, b);
  return {
    name,
    kind,
    K: layer.inFeatures,
    bySigma: judgeDifference(pair, { products: null, hasBias: layer.bias !== null, layer }).finding,
    byOutputs: judgeDifference(pair, { products: layer.inFeatures, hasBias: layer.bias !== null, layer: null }).finding,
  };
}

function sizesOf(a: Float32Array, b: Float32Array): readonly [most: number, rms: number] {
  let [most, sum] = [0, 0];
  for (let j = 0; j < a.length; j++) {
    const d = Math.abs(a[j]! - b[j]!);
    most = Math.max(most, d);
    sum += d * d;
  }
  return [most, Math.sqrt(sum / a.length)];
}

/** All pairs of ten families (or a third of the pairs), and every bug, summed in the sixth family's order, against the first. */
export function judgeKind(kind: DataKind, K: number, N: number, seed: number, bias: boolean, pairs: 'all' | 'some' = 'all'): { readonly changes: JudgedCase[]; readonly bugs: JudgedBug[] } {
  const layer = dataOfKind(kind, K, N, seed, bias);
  const orders = tenFamilies(K, bias);
  const results = orders.map((order) => resultOf(layer, order));
  const changes: JudgedCase[] = [];
  let [most, rms] = [0, 0];
  results.forEach((a, i) => {
    for (const [j, b] of results.entries()) {
      if (j <= i) continue;
      if (pairs === 'all' || (j - i) % 3 === 1) changes.push(judged(`families ${i}, ${j}`, kind, layer, a, b));
      const [d, r] = sizesOf(a, b);
      [most, rms] = [Math.max(most, d), Math.max(rms, r)];
    }
  });
  const bugs = Object.entries(BUGS).map(([name, bug]): JudgedBug => {
    const wrong = bug(layer, orders[5]!);
    const [d, r] = sizesOf(wrong, results[0]!);
    return { ...judged(name, kind, layer, wrong, results[0]!), exceeds: d > most || r > rms || Number.isNaN(d) };
  });
  return { changes, bugs };
}

/** Whether the finding tells the reader that orders don't explain the difference. */
export function isFlagged(finding: Finding): boolean {
  return finding === 'between' || finding === 'beyond' || finding === 'nonfinite';
}
