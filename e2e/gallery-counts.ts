import { readFileSync } from 'node:fs';

interface Index {
  readonly recordings: readonly { readonly inFeatures: number; readonly outFeatures: number; readonly library: { readonly name: string } }[];
}

const { recordings } = JSON.parse(readFileSync('public/recordings/index.json', 'utf8')) as Index;

/** Recordings of the gallery. */
export const ALL_RECORDINGS = recordings.length;

const largest = recordings.filter(({ inFeatures, outFeatures }) => inFeatures === 768 && outFeatures === 768);

/** Those of the layer that the map of libraries begins with. */
export const LARGEST_LAYER = largest.length;

/** Those of it that are PyTorch's. */
export const LARGEST_LAYER_BY_PYTORCH = largest.filter(({ library }) => library.name === 'PyTorch').length;

/** Those that the map shows at first: one of each of these libraries. */
export const SHOWN_AT_FIRST = ['PyTorch', 'NumPy', 'JAX', 'TensorFlow', 'ONNX Runtime'].filter((name) => largest.some(({ library }) => library.name === name)).length;
