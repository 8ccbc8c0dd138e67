/** Where a build of the page keeps the presets' files. */
export interface PresetFiles {
  /** Address of a still picture, by its name. */
  readonly poster: (name: string) => string;
  /** Address of the list of presets as JSON; null if this build has none. */
  readonly list: string | null;
}

/** Files beside the page, written by `scripts/posters.ts`. */
export const SERVED_PRESET_FILES: PresetFiles = { poster: (name) => `./posters/${name}.svg`, list: './presets.json' };
