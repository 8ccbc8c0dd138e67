import type { UniformVariant } from '../linear/layer';
import type { ThreadCase } from '../recordings/thread';
import type { LayerSpec } from './layer-spec';

/** What the thread's code draws. */
export interface ThreadNumbers {
  readonly thread: ThreadCase;
  readonly seed: number;
  /** How the library's build draws its numbers. */
  readonly uniform: UniformVariant;
}

/** The layer that the thread's code makes. */
export function threadLayer({ thread, seed, uniform }: ThreadNumbers): LayerSpec {
  const { inFeatures, outFeatures, rows } = thread;
  return { inFeatures, outFeatures, rows, bias: true, source: { kind: 'torch', seed, uniform }, format: 'float32' };
}
