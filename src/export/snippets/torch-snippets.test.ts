import { describe, expect, it } from 'vitest';
import { makeLayer } from '../../linear/make-layer';
import type { Result } from '../../result';
import { pythonWith, runPython } from '../../testing/python';
import { recordedSweep, sweepResult, threadResult, wholeResult } from './shown.fixture';
import { numpyThree, torchThree } from './three-numbers';
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
    expect(text).toContain('torch.manual_seed(72)\nlayer = nn.Linear(4, 8)\nx = torch.rand(16, 4)\n');
    expect(text).toContain('#   batch 16: 3 of 8');
    expect(text).toContain('# Your library adds up in an order of its own');
  });

  it('is none for numbers that PyTorch draws from no seed', () => {
    const { spec, ...rest } = recordedSweep('pytorch-2.13-mkl-4x8');
    const sweep = { ...rest, spec: { ...spec, layer: { ...spec.layer, source: { kind: 'positive' as const, seed: 1 } } } };
    expect(torchSweep(HEAD, sweep, 1)).toMatchObject({ ok: false });
  });
});

describe.skipIf(python === null)('a PyTorch snippet, run', () => {
  it('has the inputs of the page, bit by bit', () => {
    const sweep = recordedSweep('pytorch-1.13-openblas-768x768');
    const script = `${textOf(torchSweep(HEAD, sweep, 1))}
print("VERSION", torch.__version__)
print("BITS", layer.weight.detach().numpy().tobytes().hex()[:4000], layer.bias.detach().numpy().tobytes().hex(), x[:1].numpy().tobytes().hex())
`;
    const out = runPython(python!, script);
    const data = makeLayer({ kind: 'torch', seed: 72, uniform: 'fused' }, { inFeatures: 768, outFeatures: 768, rows: 1, bias: true });
    const hex = (values: Float32Array): string => Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString('hex');
    expect(out).toContain(`BITS ${hex(data.weight).slice(0, 4000)} ${hex(data.bias!)} ${hex(data.x)}`);
  }, 60_000);

  it('prints a line for each call, of the form that its comments have', () => {
    const sweep = recordedSweep('pytorch-1.13-openblas-768x768');
    const lines = runPython(python!, textOf(torchSweep(HEAD, sweep, 1))).trim().split('\n');
    expect(lines).toHaveLength(sweep.rows.length);
    for (const [i, line] of lines.entries()) expect(line).toMatch(new RegExp(`^batch ${sweep.rows[i]!.batch}: \\d+ of 768 outputs differ from batch 1, by at most `));
  }, 60_000);

  it.each(['float32', 'bfloat16', 'float16', 'float64'] as const)('runs in %s, against every baseline, with and without a bias', (format) => {
    for (const bias of [true, false]) {
      const policy = { kind: 'thresholds' as const, entries: [{ from: 1, method: { kind: 'other' as const, name: 'kahan' as const } }] };
      const sweep = sweepResult({ layer: { inFeatures: 16, outFeatures: 5, rows: 3, bias, source: { kind: 'torch', seed: 1, uniform: 'fused' }, format }, row: 2, batches: [1, 2], policy });
      for (const baseline of [1, 'exact', 'float64'] as const) expect(runPython(python!, textOf(torchSweep(HEAD, sweep, baseline)))).toMatch(/^batch 1: .*\nbatch 2: /);
    }
  }, 120_000);

  it('runs for a whole batch and for the thread’s code', () => {
    const whole = wholeResult({
      layer: { inFeatures: 64, outFeatures: 8, rows: 4, bias: true, source: { kind: 'torch', seed: 1, uniform: 'fused' }, format: 'float32' },
      batch: 4,
      policy: { kind: 'pattern', name: 'pytorch-2.13' },
    });
    expect(runPython(python!, textOf(torchWhole(HEAD, whole)))).toMatch(/^\d+ of 32 outputs differ/);
    expect(runPython(python!, torchThread(HEAD, threadResult('linear-4x8', 'mkl-2020.4-4x8'))).trim().split('\n')).toHaveLength(5);
  }, 60_000);

  it('multiplies a row of the page, and adds three numbers to its bits', () => {
    const x = Float32Array.of(1, 2, 3);
    expect(runPython(python!, torchDot(HEAD, { x, weight: Float32Array.of(4, 5, 6.5), order: '0..2', result: 33.5, kahan: null }))).toBe('float32: 33.5\nfloat64: 33.5\n');
    const three = [1e8, -1e8, 1] as const;
    expect(runPython(python!, torchThree(HEAD, three))).toBe('(a + b) + c = 1.0\na + (b + c) = 0.0\n');
    expect(numpyThree(HEAD, three)).toContain('np.array([100000000.0, -100000000.0, 1.0], np.float32)');
  }, 60_000);
});
