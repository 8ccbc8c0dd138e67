import { describe, expect, it } from 'vitest';
import type { LayerSpec } from '../../experiments/layer-spec';
import type { MethodSpec } from '../../experiments/method-spec';
import type { NumberFormat } from '../../linear/layer';
import { makeLayer } from '../../linear/make-layer';
import { OTHER_SUMS } from '../../linear/sum-method';
import { float32Text } from '../../lib/float32-text';
import { ADDERS } from '../../numerics/adders';
import { roundToFactor } from '../../numerics/float8';
import type { FactorFormat } from '../../numerics/formats';
import { ADDER_NAMES } from '../../numerics/group-sizes';
import { hexOf } from '../../numerics/hex-of';
import { adderSteps } from '../../orders/adder-steps';
import { binaryTree } from '../../orders/binary-tree';
import { makeFamily } from '../../orders/families';
import { traceOrder } from '../../orders/trace-order';
import { printWrittenOrder } from '../../orders/print-order';
import { parseFamily } from '../../orders/family-text';
import type { Result } from '../../lib/result';
import { pythonWith, runPython } from '../../testing/python';
import { numpyDot } from './numpy-dot';
import { numpySweep } from './numpy-sweep';
import { numpyThread } from './numpy-thread';
import { numpyWhole } from './numpy-whole';
import { recordedSweep, sweepResult, threadResult, wholeResult } from './shown.fixture';
import { numpyThree } from './three-numbers';
import { gpuRecording } from '../../testing/gpu-recording';
import { simulatedRecording, TILED } from '../../testing/simulated-recording';
import { notation } from '../../testing/chosen-schedule';

const python = pythonWith('numpy');
if (python === null) console.log('Skipped: the NumPy snippets need a Python with NumPy (the one that PYTHON names, or the system’s).');
const HEAD = ['Batch of One: a test', 'https://example.org/#heatmap'];

function textOf(snippet: Result<string, { message: string }>): string {
  if (!snippet.ok) throw new Error(snippet.error.message);
  return snippet.value;
}

function printed(script: string): string {
  return runPython(python!, [script])[0]!;
}

/** What the snippet leaves in `outputs`, by batch size, as hexadecimal bytes. */
function outputsOf(script: string): Record<string, string> {
  const lines = printed(`${script}\nfor n, y in outputs.items():\n    print("BITS", n, y.tobytes().hex())\n`).split('\n');
  return Object.fromEntries(lines.filter((line) => line.startsWith('BITS')).map((line) => line.split(' ').slice(1) as [string, string]));
}

function bytesOf(values: Float32Array | Float64Array): string {
  return Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString('hex');
}

const SMALL: LayerSpec = { inFeatures: 37, outFeatures: 11, rows: 3, bias: true, source: { kind: 'torch', seed: 5, uniform: 'separate' }, format: 'float32' };

function chosen(...methods: MethodSpec[]) {
  return { kind: 'thresholds' as const, entries: methods.map((method, from) => ({ from: from + 1, method })) };
}

function family(text: string, fused: boolean, bias: 'none' | 'first' | 'last' | 'after-first-block' = 'last'): MethodSpec {
  const parsed = parseFamily(text);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return { kind: 'family', family: parsed.value, fused, bias };
}

describe.skipIf(python === null)('a NumPy snippet gives the bits of the page', { timeout: 120_000 }, () => {
  it.each(['pytorch-2.13-mkl-768x768', 'pytorch-1.13-openblas-768x768', 'numpy-2.4-openblas-768x768', 'mkl-2020.4-768x768', 'pytorch-2.13-mkl-4x8'])('for the recording %s, all outputs of all calls', (name) => {
    const sweep = recordedSweep(name);
    const outputs = outputsOf(textOf(numpySweep(HEAD, sweep, 1, null)));
    expect(outputs).toEqual(Object.fromEntries(sweep.rows.map(({ batch, values }) => [batch, bytesOf(values)])));
    // Unless the recorded orders differ, the test proves nothing.
    expect(new Set(Object.values(outputs)).size).toBeGreaterThan(1);
  });

  it('for every family, fused or not, with the bias in every place', () => {
    const methods = ['sequential', 'reverse', 'pairwise(4)', 'lanes(8)', 'blocked(16)', 'shuffled(3)'].flatMap((text) => [family(text, false), family(text, true, 'first'), family(text, true, 'after-first-block')]);
    const sweep = sweepResult({ layer: SMALL, row: 2, batches: methods.map((_, i) => i + 1), schedule: chosen(...methods) });
    expect(outputsOf(textOf(numpySweep(HEAD, sweep, 1, 4)))).toEqual(Object.fromEntries(sweep.rows.map(({ batch, values }) => [batch, bytesOf(values)])));
  });

  it.each(['float32', 'tf32', 'bfloat16', 'float16', 'float64'] as const)('in %s, for trees and for the sums that are none', (format: NumberFormat) => {
    const methods: MethodSpec[] = [...OTHER_SUMS.map((name) => ({ kind: 'other' as const, name })), family('lanes(4)', true), family('blocked(10)', false)];
    for (const [source, bias] of [[{ kind: 'torch', seed: 9, uniform: 'fused' }, true], [{ kind: 'cancelling', seed: 9, condition: 1e8 }, true], [{ kind: 'positive', seed: 9 }, false]] as const) {
      const sweep = sweepResult({ layer: { ...SMALL, source, bias, format }, row: 1, batches: methods.map((_, i) => i + 1), schedule: chosen(...methods.map((method) => (bias || method.kind !== 'family' ? method : { ...method, bias: 'none' as const }))) });
      expect(outputsOf(textOf(numpySweep(HEAD, sweep, 'exact', null)))).toEqual(Object.fromEntries(sweep.rows.map(({ batch, values }) => [batch, bytesOf(values)])));
    }
  });

  const onAdders = ADDER_NAMES.flatMap((name) => Object.keys(ADDERS[name].groupSizes).map((format) => [name, format as FactorFormat] as const)).filter(([, format]) => !format.startsWith('float8'));
  it.each(onAdders)('on %s in %s, its results rounded or not', (adder, format) => {
    const methods = [family(`sequential(${adder})`, false), family(`split(3,${adder})`, false, 'first'), family(`blocked(20,${adder})`, false, 'after-first-block'), notation(`{0..36:3}*4 + b + ({1..34:3}*4 + 2 + {35..5:3}*3) @ ${adder}`)];
    const scripts: string[] = [];
    const wanted: Record<string, string>[] = [];
    for (const [source, output] of [
      [{ kind: 'torch', seed: 9, uniform: 'fused' }, null],
      [{ kind: 'cancelling', seed: 9, condition: 1e4 }, 'bfloat16'],
      [{ kind: 'positive', seed: 9 }, 'float16'],
    ] as const) {
      const sweep = sweepResult({ layer: { ...SMALL, source, format, output }, row: 1, batches: methods.map((_, i) => i + 1), schedule: chosen(...methods) });
      wanted.push(Object.fromEntries(sweep.rows.map(({ batch, values }) => [batch, bytesOf(values)])));
      scripts.push(textOf(numpySweep(HEAD, sweep, 'exact', null)));
    }
    expect(scripts.map(outputsOf)).toEqual(wanted);
  });

  it('on an adder that reads float32 as TF32, and in float64, which no adder adds', () => {
    const order = notation('{0..36:3}*4 + b + ({1..34:3}*4 + 2 + {35..5:3}*3) @ a100');
    const tf32 = sweepResult({ layer: SMALL, row: 1, batches: [1, 2], schedule: chosen(order, family('split(2,h100)', false)) });
    expect(outputsOf(textOf(numpySweep(HEAD, tf32, 1, null)))).toEqual(Object.fromEntries(tf32.rows.map(({ batch, values }) => [batch, bytesOf(values)])));
    const recording = gpuRecording('h100-tf32');
    const { inFeatures, outFeatures, bias } = recording.operation;
    const double = sweepResult({ layer: { ...SMALL, inFeatures, outFeatures, bias, format: 'float64' }, row: 1, batches: recording.calls.map(({ batch }) => batch), schedule: { kind: 'recording', recording } });
    expect(double.rows.some(({ orders }) => orders[0]!.text.includes('{'))).toBe(true);
    expect(outputsOf(textOf(numpySweep(HEAD, double, 1, null)))).toEqual(Object.fromEntries(double.rows.map(({ batch, values }) => [batch, bytesOf(values)])));
  });

  it('on an adder for float8, and where factors are subnormal, adds one dot product up as the page does', () => {
    for (const [name, format] of [['h100-fp8', 'float8_e4m3'], ['ada-fp8', 'float8_e5m2'], ['b200-fp8', 'float8_e4m3'], ['ada-fp8-acc16', 'float8_e5m2'], ['v100-acc16', 'float16']] as const) {
      const order = makeFamily({ name: 'split', parts: 2, adder: name }, 70, { fused: false, bias: 'none', factors: format });
      const drawn = makeLayer({ kind: 'normal', seed: 5 }, { inFeatures: 70, outFeatures: 1, rows: 1, bias: false });
      // Sizes of many exponents, down to the format's subnormals.
      const [x, w] = [drawn.x, drawn.weight].map((values, which) => values.map((value, k) => roundToFactor(format, value * 2 ** -((k * (which + 3)) % 12)))) as [Float32Array, Float32Array];
      const tree = binaryTree(order);
      const result = traceOrder(tree, x, w, 0, 'float32', adderSteps(name, format).add).values[tree.root]!;
      const text = numpyDot(HEAD, { x, weight: w, format, order: printWrittenOrder(order), result, kahan: null });
      expect(printed(text)).toContain(`0x${hexOf(result, 'float32').replace('0x', '')}`);
    }
  });

  it.each(['uniform', 'normal', 'positive'] as const)('on %s data', (kind) => {
    const sweep = sweepResult({ layer: { ...SMALL, source: { kind, seed: 3 } }, row: 1, batches: [1, 2], schedule: chosen(family('sequential', true), family('pairwise(1)', false)) });
    expect(outputsOf(textOf(numpySweep(HEAD, sweep, 'float64', null)))).toEqual(Object.fromEntries(sweep.rows.map(({ batch, values }) => [batch, bytesOf(values)])));
  });

  it('for the selected output alone where the numbers are too many to write down', () => {
    const sweep = sweepResult({ layer: { ...SMALL, inFeatures: 100, outFeatures: 90, source: { kind: 'normal', seed: 3 } }, row: 1, batches: [1, 2], schedule: chosen(family('sequential', true), family('pairwise(1)', false)) });
    expect(outputsOf(textOf(numpySweep(HEAD, sweep, 1, 77)))).toEqual(Object.fromEntries(sweep.rows.map(({ batch, values }) => [batch, bytesOf(values.slice(77, 78))])));
    expect(numpySweep(HEAD, sweep, 1, null)).toMatchObject({ ok: false, error: { message: expect.stringContaining('select an output') as string } });
  });

  it('and counts what differs as the page does', () => {
    const sweep = recordedSweep('pytorch-2.13-mkl-4x8');
    expect(printed(textOf(numpySweep(HEAD, sweep, 1, 2)))).toContain(`batch 16: 3 of 8 outputs differ from batch 1; output 2 is ${float32Text(sweep.rows.at(-1)!.values[2]!)}, ${hexOf(sweep.rows.at(-1)!.values[2]!, 'float32')}`);
  });

  it('for a whole batch', () => {
    const whole = wholeResult({ layer: { ...SMALL, rows: 6 }, batch: 6, repeatedRow: null, schedule: chosen(family('sequential', false), family('lanes(4)', true)) });
    const bits = printed(`${textOf(numpyWhole(HEAD, whole, null))}\nprint("BITS", together.tobytes().hex(), alone.tobytes().hex())\n`);
    expect(bits).toContain(`BITS ${bytesOf(whole.together)} ${bytesOf(whole.baseline)}`);
  });

  it('for a whole batch whose rows are added up differently', () => {
    const whole = wholeResult({ layer: { inFeatures: 12, outFeatures: 20, rows: 17, bias: true, source: { kind: 'torch', seed: 72, uniform: 'fused' }, format: 'float32' }, batch: 17, repeatedRow: null, schedule: { kind: 'recording', recording: simulatedRecording(TILED) } });
    const bits = printed(`${textOf(numpyWhole(HEAD, whole, null))}\nprint("BITS", together.tobytes().hex(), alone.tobytes().hex())\n`);
    expect(bits).toContain(`BITS ${bytesOf(whole.together)} ${bytesOf(whole.baseline)}`);
  });

  it('for one row repeated through a call, and counts its results as the page does', () => {
    const whole = wholeResult({ layer: { inFeatures: 12, outFeatures: 20, rows: 4, bias: true, source: { kind: 'torch', seed: 72, uniform: 'fused' }, format: 'float32' }, batch: 17, repeatedRow: 3, schedule: { kind: 'recording', recording: simulatedRecording(TILED) } });
    const text = printed(`${textOf(numpyWhole(HEAD, whole, null))}\nprint("BITS", together.tobytes().hex())\n`);
    expect(text).toContain(`BITS ${bytesOf(whole.together)}`);
    expect(text).toContain(`One row, 17 times in one call: ${whole.results!.length} different results.`);
    for (const { rows, differing } of whole.results!) expect(text).toContain(`from row ${rows[0]![0]}: ${differing} of 20 outputs differ from row 0`);
  });

  it.each([
    ['linear-4x8', 'mkl-2020.4-4x8'],
    ['linear-768x768', 'mkl-2020.4-768x768'],
  ])('for the thread’s %s: every digit that it printed', (name, recording) => {
    const result = threadResult(name, recording);
    const lines = printed(textOf(numpyThread(HEAD, result))).trim().split('\n');
    expect(lines).toHaveLength(5);
    result.rows.forEach(({ printed: { mean, first5 }, outputTexts }, i) => {
      expect(lines[i]).toBe(first5 === undefined ? mean : `${mean} [${outputTexts.join(', ')}]`);
      expect(outputTexts).toEqual(first5 ?? []);
    });
  });

  it('for one dot product, and Kahan’s sum of it', () => {
    const { x, weight } = makeLayer({ kind: 'cancelling', seed: 72, condition: 1e6 }, { inFeatures: 16, outFeatures: 1, rows: 1, bias: false });
    const sum = sweepResult({
      layer: { inFeatures: 16, outFeatures: 1, rows: 1, bias: false, source: { kind: 'inline', id: 'dot', x, weight, bias: null }, format: 'float32' },
      row: 0,
      batches: [1, 2],
      schedule: chosen(notation('*15..8 + (0..7)'), { kind: 'other', name: 'kahan' }),
    });
    const [tree, kahan] = sum.rows.map(({ values }) => hexOf(values[0]!, 'float32'));
    const text = numpyDot(HEAD, { x, weight, format: 'float32', order: '*15..8 + (0..7)', result: sum.rows[0]!.values[0]!, kahan: [...Array(16).keys()] });
    expect(printed(text)).toMatch(new RegExp(`in this order: .*${tree}.*\\nby Kahan: .*${kahan}`));
  });

  it('for three numbers', () => {
    const lines = printed(numpyThree(HEAD, [0.1, 0.2, 0.3].map(Math.fround) as unknown as [number, number, number]));
    const { fround } = Math;
    const [a, b, c] = [fround(0.1), fround(0.2), fround(0.3)];
    expect(lines).toContain(hexOf(fround(fround(a + b) + c), 'float32'));
    expect(lines).toContain(hexOf(fround(a + fround(b + c)), 'float32'));
  });
});

describe('a snippet', () => {
  it('keeps a recording’s name within its comment', () => {
    const sweep = recordedSweep('pytorch-2.13-mkl-4x8');
    const { schedule } = sweep.spec;
    if (schedule.kind !== 'recording') throw new Error('recorded');
    const library = { ...schedule.recording.library, name: 'Evil\nimport os\r\u2028print(1)' };
    const text = textOf(numpySweep(HEAD, { ...sweep, spec: { ...sweep.spec, schedule: { ...schedule, recording: { ...schedule.recording, library } } } }, 1, null));
    expect(text).toContain('# Which order adds up which outputs, by batch size: Evil import os print(1) 2.13');
  });
});
