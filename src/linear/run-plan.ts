import { programOf } from '../orders/compile';
import type { Order } from '../orders/order';
import { runOrder } from './kernel';
import { runOrder64 } from './kernel64';
import type { LayerData, NumberFormat } from './layer';
import { otherSum } from './other-sums';
import type { PackedWeights } from './pack-weights';
import { packWeights } from './pack-weights';
import { roundLayer } from './round-layer';
import type { ColumnRange, KernelPlan } from './sum-method';

/** A layer ready to be run many times: rounded to its format, its weights packed for the kernel. */
export interface PreparedLayer {
  readonly data: LayerData;
  readonly format: NumberFormat;
  readonly packed: PackedWeights;
}

/** One row of outputs; float64 only where the sum is. */
export type Outputs = Float32Array | Float64Array;

/** Rounds a layer's inputs to `format` and packs its weights: once per layer, not once per row. */
export function prepareLayer(layer: LayerData, format: NumberFormat = 'float32'): PreparedLayer {
  const data = roundLayer(layer, format);
  return { data, format, packed: packWeights(data.weight, data.outFeatures, data.inFeatures) };
}

/** An array for `length` outputs of a layer in this format. */
export function makeOutputs(format: NumberFormat, length: number): Outputs {
  return format === 'float64' ? new Float64Array(length) : new Float32Array(length);
}

/**
 * Row `row` of the layer as one call of a library computes it: each range of outputs by its own order.
 *
 * @param out receives the N outputs from `outOffset` on; a Float64Array if the format is float64, else a Float32Array
 */
export function runPlan(plan: KernelPlan, layer: PreparedLayer, row: number, out: Outputs, outOffset = 0): void {
  const { data, format } = layer;
  const xOffset = row * data.inFeatures;
  for (const { columns, method } of plan.parts) {
    if (method.kind === 'other') {
      const round = format === 'float64' ? (value: number) => value : Math.fround;
      forColumns(columns, (j) => {
        const bias = data.bias === null ? null : data.bias[j]!;
        out[outOffset + j] = otherSum(method.name, data.x, xOffset, data.weight, j * data.inFeatures, data.inFeatures, bias, round);
      });
    } else if (out instanceof Float64Array) runColumns64(method.order, layer, xOffset, columns, out, outOffset);
    else runColumns(method.order, layer, xOffset, columns, out, outOffset);
  }
}

function forColumns(columns: readonly ColumnRange[], visit: (column: number) => void): void {
  for (const [from, to] of columns) for (let j = from; j <= to; j++) visit(j);
}

/** Each strip that the ranges touch is run once, aside: its other outputs may be another order's. */
function runColumns(order: Order, { data, packed }: PreparedLayer, xOffset: number, columns: readonly ColumnRange[], out: Float32Array, outOffset: number): void {
  const program = programOf(order);
  const { strip, outFeatures } = packed;
  const first = columns[0];
  if (first !== undefined && first[0] === 0 && first[1] === outFeatures - 1) {
    runOrder(program, data.x, xOffset, packed, data.bias, out, outOffset);
    return;
  }
  const aside = new Float32Array(outFeatures);
  const done = new Uint8Array(Math.ceil(outFeatures / strip));
  for (const [from, to] of columns) {
    for (let s = Math.floor(from / strip); s <= Math.floor(to / strip); s++) {
      if (done[s] === 0) runOrder(program, data.x, xOffset, packed, data.bias, aside, 0, s, s + 1);
      done[s] = 1;
    }
    out.set(aside.subarray(from, to + 1), outOffset + from);
  }
}

function runColumns64(order: Order, { data }: PreparedLayer, xOffset: number, columns: readonly ColumnRange[], out: Float64Array, outOffset: number): void {
  const program = programOf(order);
  const saved = new Float64Array(program.depth);
  forColumns(columns, (j) => {
    out[outOffset + j] = runOrder64(program, data.x, xOffset, data.weight, j * data.inFeatures, data.bias?.[j] ?? 0, saved);
  });
}
