import type { LayerSpec } from './layer-spec';
import type { ThreadSpec } from './thread';

/** The layer that the thread's code makes. */
export function threadLayer({ thread, seed, uniform }: Pick<ThreadSpec, 'thread' | 'seed' | 'uniform'>): LayerSpec {
  const { inFeatures, outFeatures, rows } = thread;
  return { inFeatures, outFeatures, rows, bias: true, source: { kind: 'torch', seed, uniform }, format: 'float32' };
}
