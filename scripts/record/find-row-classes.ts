import { distinctRows } from '../../src/experiments/distinct-rows';
import type { IndexRange } from '../../src/linear/index-ranges';
import type { LayerData } from '../../src/linear/layer';
import { makeLayer } from '../../src/linear/make-layer';
import type { KernelTile } from '../../src/recordings/row-classes';
import { rowClasses } from '../../src/recordings/row-classes';
import type { LayerCallShape, LibraryLayer } from './library';

const WEIGHTS = 4;
/** Calls for each weight: enough that some hundred outputs are compared, however few the layer has. */
const callsFor = (outFeatures: number): number => Math.min(64, Math.max(4, Math.ceil(128 / outFeatures)));

/** Rows of a call that a library seems to sum alike. */
export interface FoundRows {
  readonly classes: readonly (readonly IndexRange[])[];
  /** Number of calls that it took. */
  readonly calls: number;
}

/**
 * Tells the rows of a call apart by their results: gives all rows the same random numbers and compares bits, several times,
 * half of them with magnitudes that spread over many binades. Rows that are summed in different orders may still be in one
 * class, if no draw rounds differently: a replay on other numbers must confirm them.
 */
export async function findRowClasses(layer: LibraryLayer, shape: LayerCallShape): Promise<FoundRows> {
  const { batch, inFeatures: K, outFeatures: N } = shape;
  if (batch === 1) return { classes: [[[0, 0]]], calls: 0 };
  const draws = callsFor(N);
  const input = new Float32Array(batch * K);
  const alike: KernelTile[] = [];
  for (let seed = 1; seed <= WEIGHTS; seed++) {
    const { x, weight, bias } = drawn(seed, { ...shape, rows: draws });
    const call = await layer.withWeight(weight);
    for (let draw = 0; draw < draws; draw++) {
      for (let row = 0; row < batch; row++) input.set(x.subarray(draw * K, (draw + 1) * K), row * K);
      const outputs = await call(input, bias);
      for (const { rows } of distinctRows(outputs, N)) alike.push({ rows, columns: [] });
    }
  }
  return { classes: rowClasses(batch, alike).map(({ rows }) => rows), calls: WEIGHTS * draws };
}

/** Normal numbers; for even seeds, x over 24 binades. */
function drawn(seed: number, shape: Pick<LayerData, 'inFeatures' | 'outFeatures' | 'rows'> & { readonly bias: boolean }): LayerData {
  const layer = makeLayer({ kind: 'normal', seed }, shape);
  if (seed % 2 === 1) return layer;
  const { x: exponents } = makeLayer({ kind: 'uniform', seed }, shape);
  return { ...layer, x: layer.x.map((value, i) => value * 2 ** Math.round(12 * exponents[i]!)) };
}
