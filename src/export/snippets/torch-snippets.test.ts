import { describe, expect, it } from 'vitest';
import { makeLayer } from '../../linear/make-layer';
import type { Result } from '../../lib/result';
import { pythonWith, runPython } from '../../testing/python';
import { recordedSweep, sweepResult, threadResult, wholeResult } from './shown.fixture';
import { torchThree } from './three-numbers';
import { torchDot } from './torch-dot';
import { torchSweep } from './torch-sweep';
import { torchThread } from './torch-thread';
import { torchWhole } from './torch-whole';

const python = pythonWith('torch');
if (python === null) console.log('Skipped: the PyTorch snippets need a Python with PyTorch (the one that PYTHON names, or the system’s).');
const HEAD = ['Batch of One: a test', 'https://example.org/#heatmap'];

function textOf(snippet: Result<string, { message: string }>): string {
  if (!snippet.ok) throw new Error(snippet.error.message);
  return snippet.value;
}

describe('a PyTorch snippet', () => {
  it('says what the page shows for the recorded library, and that the reader’s may differ', () => {
    const text = textOf(torchSweep(HEAD, recordedSweep('pytorch-2.13-mkl-4x8'), 1));
    expect(text).toContain('torch.manual_seed(72)\nlayer = nn.Linear(4, 8)\nx = torch.rand(128, 4)\n');
    expect(text).toContain('#   batch 16: 3 of 8');
    expect(text).toContain('# Your library adds up in an order of its own');
  });

  it('is none for numbers that PyTorch draws from no seed', () => {
    const { spec, ...rest } = recordedSweep('pytorch-2.13-mkl-4x8');
    const sweep = { ...rest, spec: { ...spec, layer: { ...spec.layer, source: { kind: 'positive' as const, seed: 1 } } } };
    expect(torchSweep(HEAD, sweep, 1)).toMatchObject({ ok: false });
  });
});

const FORMATS = ['float32', 'bfloat16', 'float16', 'float64'] as const;
const BASELINES = [1, 'exact', 'float64'] as const;

/** Two calls of a small layer, looked at in its third row. */
function smallSweep(format: (typeof FORMATS)[number], bias: boolean) {
  return sweepResult({
    layer: { inFeatures: 16, outFeatures: 5, rows: 3, bias, source: { kind: 'torch', seed: 1, uniform: 'fused' }, format },
    row: 2,
    batches: [1, 2],
    schedule: { kind: 'thresholds', entries: [{ from: 1, method: { kind: 'other', name: 'kahan' } }] },
  });
}

describe.skipIf(python === null)('a PyTorch snippet, run', { timeout: 120_000 }, () => {
  it('has the inputs of the page bit by bit, and prints a line for each call', () => {
    const sweep = recordedSweep('pytorch-1.13-openblas-768x768');
    const inputs = 'print("BITS", *(numbers.detach().numpy().tobytes().hex() for numbers in (layer.weight[:2], layer.bias, x[:1])))';
    const lines = runPython(python!, [`${textOf(torchSweep(HEAD, sweep, 1))}\n${inputs}\n`])[0]!.trim().split('\n');
    const data = makeLayer({ kind: 'torch', seed: 72, uniform: 'fused' }, { inFeatures: 768, outFeatures: 768, rows: 1, bias: true });
    const hex = (values: Float32Array): string => Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString('hex');
    expect(lines.pop()).toBe(`BITS ${hex(data.weight.subarray(0, 2 * 768))} ${hex(data.bias!)} ${hex(data.x)}`);
    expect(lines).toHaveLength(sweep.rows.length);
    for (const [i, line] of lines.entries()) expect(line).toMatch(new RegExp(`^batch ${sweep.rows[i]!.batch}: \\d+ of 768 outputs differ from batch 1, by at most `));
  });

  it('runs in every format, against every baseline, with and without a bias', () => {
    const scripts = FORMATS.flatMap((format) => [true, false].flatMap((bias) => BASELINES.map((baseline) => textOf(torchSweep(HEAD, smallSweep(format, bias), baseline)))));
    for (const printed of runPython(python!, scripts)) expect(printed).toMatch(/^batch 1: .*\nbatch 2: /);
  });

  it('runs for a whole batch, the thread’s code, a dot product and three numbers', () => {
    const whole = wholeResult({
      layer: { inFeatures: 64, outFeatures: 8, rows: 4, bias: true, source: { kind: 'torch', seed: 1, uniform: 'fused' }, format: 'float32' },
      batch: 4,
      repeatedRow: null,
      schedule: { kind: 'pattern', name: 'pytorch-2.13' },
    });
    const dot = { x: Float32Array.of(1, 2, 3), weight: Float32Array.of(4, 5, 6.5), format: 'float32' as const, order: '0..2', result: 33.5, kahan: null };
    const repeated = wholeResult({ ...whole.spec, repeatedRow: 2 });
    const scripts = [textOf(torchWhole(HEAD, whole)), textOf(torchWhole(HEAD, repeated)), torchThread(HEAD, threadResult('linear-4x8', 'mkl-2020.4-4x8')), torchDot(HEAD, dot), torchThree(HEAD, [1e8, -1e8, 1])];
    const [batch, places, thread, product, three] = runPython(python!, scripts);
    expect(batch).toMatch(/^\d+ of 32 outputs differ/);
    expect(places).toMatch(/^One row, 4 times in one call: \d different results, from rows \[0/);
    expect(thread!.trim().split('\n')).toHaveLength(5);
    expect(product).toBe('float32: 33.5\nfloat64: 33.5\n');
    expect(three).toBe('(a + b) + c = 1.0\na + (b + c) = 0.0\n');
  });
});
