import type { LayerData } from '../linear/layer';
import { torchLayer } from '../linear/torch-data';
import type { Recording } from './recording';

/**
 * The layer that a recording was made on: drawn from its seed, or its own numbers. Those drawn are not rounded yet to the
 * recording's format.
 */
export function layerOf(recording: Recording): LayerData {
  const { data, operation } = recording;
  const { inFeatures, outFeatures } = operation;
  if (data.kind === 'torch') {
    return torchLayer({ inFeatures, outFeatures, rows: data.rows, seed: data.seed, uniform: data.uniform, bias: operation.bias });
  }
  return { inFeatures, outFeatures, rows: data.rows, x: data.x, weight: data.weight, bias: data.bias };
}
