import type { LayerData, NumberFormat } from '../../linear/layer';
import { wholePlan } from '../../linear/sum-method';
import { torchLayer } from '../../linear/torch-data';
import { prepareLayer, runPlan } from '../../linear/run-plan';
import { pythonRepr } from '../../lib/python-repr';
import { isClose } from '../../numerics/tolerance';
import { patternOrder, PATTERNS } from '../../orders/patterns';
import type { FigureValues } from '../../share/figure-settings';

const K = 768;
const N = 768;
/** Columns of PyTorch's printout at four decimals, and their width. */
const PER_LINE = 8;
const WIDTH = 7;

export type ExampleName = Exclude<FigureValues<'verdict'>['example'], 'none'>;

export const EXAMPLE_LABELS: Readonly<Record<ExampleName, string>> = {
  batches: 'batch 1 against batch 4',
  printed: 'the same as print() shows it',
  tf32: 'one side in TF32',
  swap: 'a pair that passes one way round',
};

export const EXAMPLE_NAMES = Object.keys(EXAMPLE_LABELS) as ExampleName[];

export interface Example {
  readonly first: string;
  readonly second: string;
  readonly products: number;
  /** x and W behind the numbers, where there are any. */
  readonly layer: LayerData | null;
}

/** Two results to begin with: computed here, and written as PyTorch would print them. */
export function makeExample(name: ExampleName): Example {
  if (name === 'swap') {
    const { actual, expected } = asymmetricPair();
    return { first: listText([actual]), second: listText([expected]), products: K, layer: null };
  }
  const layer = torchLayer({ inFeatures: K, outFeatures: N, rows: 1, seed: 72, uniform: 'fused', bias: true });
  const alone = outputs(layer, name === 'tf32' ? 4 : 1, 'float32');
  const beside = outputs(layer, 4, name === 'tf32' ? 'tf32' : 'float32');
  const text = name === 'printed' ? tensorText : listText;
  return { first: text(alone), second: text(beside), products: K, layer: name === 'printed' ? null : layer };
}

/** Row 0 of a call with so many rows, added up as PyTorch 2.13 does with MKL 2024.2. */
function outputs(layer: LayerData, batch: number, format: NumberFormat): Float32Array {
  const order = patternOrder(PATTERNS.find(({ name }) => name === 'pytorch-2.13')!, batch, K, true);
  const out = new Float32Array(N);
  runPlan(wholePlan({ kind: 'order', order }, N), prepareLayer(layer, format), 0, out);
  return out;
}

/** As `.tolist()` prints it. */
function listText(values: ArrayLike<number>): string {
  return `[${Array.from(values, pythonRepr).join(', ')}]`;
}

/** As `print` shows a tensor: four decimals. */
function tensorText(values: Float32Array): string {
  const cells = Array.from(values, (value) => value.toFixed(4).padStart(WIDTH));
  const lines = Array.from({ length: Math.ceil(cells.length / PER_LINE) }, (_, i) => cells.slice(i * PER_LINE, (i + 1) * PER_LINE).join(', '));
  return `tensor([${lines.join(',\n        ')}], grad_fn=<SelectBackward0>)`;
}

/**
 * Two float32 numbers of which `torch.allclose` says yes one way round and no the other: its limit grows with the
 * second one, so between the two limits lies a gap. It is 10⁻¹⁰ wide, so the first number whose neighbour falls in is
 * looked for.
 */
export function asymmetricPair(): { readonly actual: number; readonly expected: number } {
  const defaults = { rtol: 1e-5, atol: 1e-8 };
  for (let i = 0; i < 2 ** 20; i++) {
    const expected = 1 + i * 2 ** -23;
    const actual = Math.fround(expected + defaults.atol + defaults.rtol * expected);
    if (isClose(actual, expected, { ...defaults, arithmetic: 'float32' }) !== isClose(expected, actual, { ...defaults, arithmetic: 'float32' })) return { actual, expected };
  }
  throw new Error('Every pair passes both ways or neither.');
}
