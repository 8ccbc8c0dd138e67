import type { LayerSpec } from '../experiments/layer-spec';
import { layerKey } from '../experiments/layer-key';
import type { PreparedLayer } from '../linear/run-plan';

/** Room for one 4096 → 4096 layer with its packed weights and more, or for a hundred of 768 → 768. */
const MOST_BYTES = 192 * 2 ** 20;
const MOST_LAYERS = 8;

/** The layers made last, so that another schedule, row or cell makes none; the one unused for longest goes first. */
export class LayerCache {
  /** In the order of their last use. */
  private readonly layers = new Map<string, PreparedLayer>();

  constructor(
    private readonly make: (spec: LayerSpec) => PreparedLayer,
    private readonly mostBytes = MOST_BYTES,
  ) {}

  readonly prepare = (spec: LayerSpec): PreparedLayer => {
    const key = layerKey(spec);
    const kept = this.layers.get(key);
    this.layers.delete(key);
    // Before the new one is made, so that both never stand in memory beyond the bound.
    if (kept === undefined) this.makeRoom(estimatedBytes(spec));
    const layer = kept ?? this.make(spec);
    this.layers.set(key, layer);
    return layer;
  };

  private makeRoom(bytes: number): void {
    for (const [key] of this.layers) {
      const used = [...this.layers.values()].reduce((sum, layer) => sum + estimatedBytes(layer.data), 0);
      if (this.layers.size < MOST_LAYERS && used + bytes <= this.mostBytes) return;
      this.layers.delete(key);
    }
  }
}

/** Weights, as they are and packed, and x; what is small beside them is left out. */
function estimatedBytes({ inFeatures, outFeatures, rows }: Pick<LayerSpec, 'inFeatures' | 'outFeatures' | 'rows'>): number {
  return 4 * inFeatures * (2 * outFeatures + rows);
}
