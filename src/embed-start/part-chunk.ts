import type { ChunkManifest } from './chunks';

/** The script of the part that an address names by itself or by a preset; nothing where it names none that there is. */
export function partChunk({ parts, presets }: Pick<ChunkManifest, 'parts' | 'presets'>, params: URLSearchParams): string | undefined {
  const part = params.get('figure') ?? own(presets, params.get('preset'));
  return own(parts, part ?? null);
}

/** Names come from anyone: what every object has is in no table. */
function own(table: Readonly<Record<string, string>>, name: string | null): string | undefined {
  return name !== null && Object.hasOwn(table, name) ? table[name] : undefined;
}
