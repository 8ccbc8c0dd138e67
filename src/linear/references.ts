import { dot64 } from '../numerics/dot64';
import { exactDot } from '../numerics/exact-dot';
import type { LayerData } from './layer';

/** A reference for a row of outputs, from the layer's numbers as they are (round them first with `roundLayer`). */
function forOutputs(layer: LayerData, row: number, value: (xOffset: number, wOffset: number, bias: number) => number): Float64Array {
  const { inFeatures: K, outFeatures: N, bias } = layer;
  return Float64Array.from({ length: N }, (_, j) => value(row * K, j * K, bias === null ? 0 : bias[j]!));
}

/** The exact Σ x·w + b of each output, rounded once to float64. */
export function exactRow(layer: LayerData, row: number): Float64Array {
  return forOutputs(layer, row, (xOffset, wOffset, bias) => exactDot(layer.x, xOffset, layer.weight, wOffset, layer.inFeatures, bias));
}

/** Each output with products and sums in float64, one by one from k = 0, the bias last. */
export function float64Row(layer: LayerData, row: number): Float64Array {
  return forOutputs(layer, row, (xOffset, wOffset, bias) => dot64(layer.x, xOffset, layer.weight, wOffset, layer.inFeatures) + bias);
}
