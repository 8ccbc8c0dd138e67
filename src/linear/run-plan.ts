import { programOf } from '../orders/compile';
import type { Order } from '../orders/order';
import type { Arithmetic } from '../orders/trace-order';
import { runOrder64 } from './kernel64';
import type { Engine, PackedWeights } from './engine';
import { FROUND } from './fround-engine';
import { roundTo } from '../numerics/formats';
import type { LayerData, NumberFormat, ResultFormat } from './layer';
import { otherSum } from './other-sums';
import { factorsOf } from './number-formats';
import { roundLayer } from './round-layer';
import type { IndexRange } from './index-ranges';
import type { KernelPlan, OtherSum } from './sum-method';

/** A layer ready for many runs: rounded to its format, its weights packed for an engine. */
export interface PreparedLayer {
  readonly data: LayerData;
  readonly format: NumberFormat;
  readonly output: ResultFormat;
  readonly packed: PackedWeights;
}

/** One row of outputs; float64 only where the sum is. */
export type Outputs = Float32Array | Float64Array;

/** Rounds a layer's inputs to `format` and packs its weights: once per layer, not once per row. */
export function prepareLayer(layer: LayerData, format: NumberFormat = 'float32', engine: Engine = FROUND, output: ResultFormat = null): PreparedLayer {
  const data = roundLayer(layer, format);
  return { data, format, output, packed: engine.pack(data.weight, data.outFeatures, data.inFeatures, factorsOf(format)) };
}

/**
 * Computes consecutive rows of the layer as one call of a library does: each range of outputs in its own order, then rounded
 * to the layer's format of results.
 *
 * @param out receives output j of row r at `outOffset + (r − row)·N + j`; a Float64Array if the format is float64, else a
 *   Float32Array
 */
export function runPlan(plan: KernelPlan, layer: PreparedLayer, row: number, out: Outputs, outOffset = 0, rows = 1): void {
  const { data, format, output } = layer;
  for (const { columns, method } of plan.parts) {
    if (method.kind === 'order' && out instanceof Float32Array) {
      runColumns(method.order, layer, row, rows, columns, out, outOffset);
    } else {
      for (let r = 0; r < rows; r++) {
        const xOffset = (row + r) * data.inFeatures;
        const rowOffset = outOffset + r * data.outFeatures;
        if (method.kind === 'order') runColumns64(method.order, layer, xOffset, columns, out as Float64Array, rowOffset);
        else runOther(method.name, layer, xOffset, columns, out, rowOffset, format === 'float64' ? 'float64' : 'float32');
      }
    }
    if (output !== null) {
      for (let r = 0; r < rows; r++) {
        const rowOffset = outOffset + r * data.outFeatures;
        forColumns(columns, (j) => {
          out[rowOffset + j] = roundTo(output, out[rowOffset + j]!);
        });
      }
    }
  }
}

function forColumns(columns: readonly IndexRange[], visit: (column: number) => void): void {
  for (const [from, to] of columns) for (let j = from; j <= to; j++) visit(j);
}

/** Runs each strip that the ranges touch once, into a scratch array, as its other outputs may follow another order. */
function runColumns(order: Order, { data, packed }: PreparedLayer, row: number, rows: number, columns: readonly IndexRange[], out: Float32Array, outOffset: number): void {
  const program = programOf(order);
  const { strip, outFeatures: N, inFeatures: K } = packed;
  const { x, bias } = data;
  const xOffset = row * K;
  const [first] = columns;
  if (first?.[0] === 0 && first[1] === N - 1) {
    packed.run(program, { x, xOffset, rows, bias, out, outOffset });
    return;
  }
  const aside = new Float32Array(rows * N);
  let next = 0;
  for (const [from, to] of columns) {
    // Ranges ascend, so no strip after the last one run has been run yet.
    const strips = [Math.max(next, Math.floor(from / strip)), Math.floor(to / strip)] as const;
    if (strips[0] <= strips[1]) packed.run(program, { x, xOffset, rows, bias, out: aside, outOffset: 0 }, strips);
    next = strips[1] + 1;
    for (let r = 0; r < rows; r++) for (let at = r * N + from; at <= r * N + to; at++) out[outOffset + at] = aside[at]!;
  }
}

function runColumns64(order: Order, { data }: PreparedLayer, xOffset: number, columns: readonly IndexRange[], out: Float64Array, outOffset: number): void {
  const program = programOf(order);
  const saved = new Float64Array(program.depth);
  forColumns(columns, (j) => {
    out[outOffset + j] = runOrder64(program, data.x, xOffset, data.weight, j * data.inFeatures, data.bias?.[j] ?? 0, saved);
  });
}

function runOther(name: OtherSum, { data }: PreparedLayer, xOffset: number, columns: readonly IndexRange[], out: Outputs, outOffset: number, arithmetic: Arithmetic): void {
  forColumns(columns, (j) => {
    out[outOffset + j] = otherSum(name, data.x, xOffset, data.weight, j * data.inFeatures, data.inFeatures, data.bias?.[j] ?? null, arithmetic);
  });
}
