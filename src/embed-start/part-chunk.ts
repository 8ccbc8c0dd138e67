import type { ChunkManifest } from './chunks';

/** The script of the part that an address names, directly or by a preset; undefined if it names no existing part. */
export function partChunk({ parts, presets }: Pick<ChunkManifest, 'parts' | 'presets'>, params: URLSearchParams): string | undefined {
  const part = params.get('figure') ?? own(presets, params.get('preset'));
  return own(parts, part ?? null);
}

/** Names are untrusted, so ignore inherited properties. */
function own(table: Readonly<Record<string, string>>, name: string | null): string | undefined {
  return name !== null && Object.hasOwn(table, name) ? table[name] : undefined;
}
