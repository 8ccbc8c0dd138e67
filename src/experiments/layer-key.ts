import type { LayerSpec } from './layer-spec';

/** Equal for two specs exactly if they make the same layer. */
export function layerKey(spec: LayerSpec): string {
  const { source, ...rest } = spec;
  return JSON.stringify([rest, source.kind === 'inline' ? ['inline', source.id] : source]);
}
