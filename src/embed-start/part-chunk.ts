import type { ChunkManifest } from './chunks';

/** The script of the part that an address names by itself or by a preset; nothing where it names none that there is. */
export function partChunk({ parts, presets }: Pick<ChunkManifest, 'parts' | 'presets'>, given: URLSearchParams): string | undefined {
  const part = given.get('figure') ?? own(presets, given.get('preset'));
  return own(parts, part ?? null);
}

/** Names come from anyone: what every object has is in no table. */
function own(table: Readonly<Record<string, string>>, name: string | null): string | undefined {
  return name !== null && Object.hasOwn(table, name) ? table[name] : undefined;
}
