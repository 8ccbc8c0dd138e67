/** Where a build of the page has the files that belong to presets. */
export interface PresetFiles {
  /** Address of a still picture, by its name. */
  readonly poster: (name: string) => string;
  /** Address of the list of presets as JSON; null where this build comes without. */
  readonly list: string | null;
}

/** They lie beside the page: `scripts/posters.ts` writes them. */
export const SERVED_PRESET_FILES: PresetFiles = { poster: (name) => `./posters/${name}.svg`, list: './presets.json' };
