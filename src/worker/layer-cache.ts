import type { LayerSpec } from '../experiments/layer-spec';
import { layerKey } from '../experiments/layer-key';
import { RecentlyUsed } from '../lib/recently-used';
import type { PreparedLayer } from '../linear/run-plan';

/** Room for one 4096 → 4096 layer with its packed weights and more, or for a hundred of 768 → 768. */
const MOST_BYTES = 192 * 2 ** 20;
const MOST_LAYERS = 8;

/** Makes layers and caches the latest, so that a change of schedule, row or cell makes none. */
export function layerCache(make: (spec: LayerSpec) => PreparedLayer, mostBytes = MOST_BYTES): (spec: LayerSpec) => PreparedLayer {
  // A layer larger than the whole cache has it to itself.
  const bytesOf = (layer: Size): number => Math.min(mostBytes, estimatedBytes(layer));
  const layers = new RecentlyUsed<PreparedLayer>(({ data }) => bytesOf(data), mostBytes, MOST_LAYERS);
  return (spec) => {
    const key = layerKey(spec);
    const cached = layers.get(key);
    if (cached !== undefined) return cached;
    // Before the new one is made, so that old and new together stay within the bound.
    layers.makeRoom(bytesOf(spec));
    const layer = make(spec);
    layers.set(key, layer);
    return layer;
  };
}

type Size = Pick<LayerSpec, 'inFeatures' | 'outFeatures' | 'rows'>;

/** Weights, plain and packed, and x; everything else is small. */
function estimatedBytes({ inFeatures, outFeatures, rows }: Size): number {
  return 4 * inFeatures * (2 * outFeatures + rows);
}
