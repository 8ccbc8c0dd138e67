import type { DataSource } from '../../linear/layer';
import { makeLayer } from '../../linear/make-layer';
import type { FigureValues } from '../../share/figure-settings';

type DataKind = FigureValues<'stepper'>['data'];

export const DATA_LABELS: Readonly<Record<DataKind, string>> = {
  torch: 'a layer and a row from PyTorch',
  positive: 'all positive',
  cancelling: 'cancelling a thousandfold',
  cruel: 'cancelling a millionfold',
};

function sourceOf(kind: DataKind, seed: number): DataSource {
  switch (kind) {
    case 'torch':
      return { kind, seed, uniform: 'separate' };
    case 'positive':
      return { kind, seed };
    case 'cancelling':
      return { kind: 'cancelling', seed, condition: 1e3 };
    case 'cruel':
      return { kind: 'cancelling', seed, condition: 1e6 };
  }
}

/** x and w of one dot product, `products` numbers each; the same seed gives the same numbers. */
export function stepperData(kind: DataKind, seed: number, products: number): { readonly x: Float32Array; readonly w: Float32Array } {
  const { x, weight } = makeLayer(sourceOf(kind, seed), { inFeatures: products, outFeatures: 1, rows: 1, bias: false });
  return { x, w: weight };
}
