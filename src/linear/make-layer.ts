import { mix32 } from '../orders/hash';
import { fillCancellingRow, fillCancellingX } from './cancelling-row';
import type { DataSource, LayerData } from './layer';
import { Mt19937 } from './mt19937';
import { PortableNormal } from './portable-normal';
import { torchLayer } from './torch-data';

export interface LayerShape {
  /** K */
  readonly inFeatures: number;
  /** N */
  readonly outFeatures: number;
  /** Rows of x. */
  readonly rows: number;
  readonly bias: boolean;
}

/**
 * Makes the numbers of a layer: the same bits on every machine for the same source and shape.
 *
 * Except for `torch`, which keeps PyTorch's one stream, W (with b, one output after the other: b[j], then row j of W)
 * and x come from two generators. So fewer outputs or rows give the beginning of the same layer, and leaving out the
 * bias changes nothing else, except that a `cancelling` row then cancels without it.
 *
 * b is distributed like W.
 */
export function makeLayer(source: DataSource, shape: LayerShape): LayerData {
  if (source.kind === 'torch') return torchLayer({ ...shape, seed: source.seed, uniform: source.uniform });
  const { inFeatures, outFeatures, rows } = shape;
  const forW = new Mt19937(source.seed);
  // The hash is a bijection: each seed gets one of its own.
  const forX = new Mt19937(mix32(source.seed ^ 0x9e3779b9));
  const x = new Float32Array(rows * inFeatures);
  const weight = new Float32Array(outFeatures * inFeatures);
  const bias = new Float32Array(outFeatures);

  if (source.kind === 'cancelling') {
    fillCancellingX(forX, x, inFeatures);
    for (let j = 0; j < outFeatures; j++) {
      const row = weight.subarray(j * inFeatures, (j + 1) * inFeatures);
      bias[j] = fillCancellingRow(forW, x, row, source.condition, shape.bias);
    }
  } else {
    const fillX = filler(source.kind, forX, 1);
    const fillW = filler(source.kind, forW, source.kind === 'normal' ? 1 / Math.sqrt(inFeatures) : 1);
    fillX(x, 0, x.length);
    for (let j = 0; j < outFeatures; j++) {
      fillW(bias, j, j + 1);
      fillW(weight, j * inFeatures, (j + 1) * inFeatures);
    }
  }
  return { inFeatures, outFeatures, rows, x, weight, bias: shape.bias ? bias : null };
}

type Fill = (values: Float32Array, from: number, to: number) => void;

function filler(kind: 'uniform' | 'normal' | 'positive', generator: Mt19937, scale: number): Fill {
  if (kind === 'normal') {
    const normal = new PortableNormal(generator);
    return (values, from, to) => {
      for (let i = from; i < to; i++) values[i] = normal.next() * scale;
    };
  }
  if (kind === 'positive') {
    return (values, from, to) => {
      for (let i = from; i < to; i++) values[i] = generator.nextFloat24();
    };
  }
  return (values, from, to) => {
    // A multiple of 2⁻²³ in [−1, 1): a float32, so nothing is rounded.
    for (let i = from; i < to; i++) values[i] = 2 * generator.nextFloat24() - 1;
  };
}
