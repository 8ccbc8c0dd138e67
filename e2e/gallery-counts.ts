import { readFileSync } from 'node:fs';

interface Index {
  readonly recordings: readonly { readonly inFeatures: number; readonly outFeatures: number }[];
}

const { recordings } = JSON.parse(readFileSync('public/recordings/index.json', 'utf8')) as Index;

/** Recordings of the gallery. */
export const ALL_RECORDINGS = recordings.length;

/** Those of the layer that the map of libraries begins with. */
export const LARGEST_LAYER = recordings.filter(({ inFeatures, outFeatures }) => inFeatures === 768 && outFeatures === 768).length;
