import { LIMITS } from '../../src/lib/limits';
import { GROUP_COST } from '../../src/linear/plan-pieces';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ADDERS } from '../../src/numerics/adders';
import { parseOrder } from '../../src/orders/parse-order';
import { printOrder } from '../../src/orders/print-order';
import { parseRecording } from '../../src/recordings/parse-recording';
import type { Recording } from '../../src/recordings/recording';
import { replay } from '../../src/recordings/replay';
import { findPython } from '../../src/testing/python';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'recorder-'));
const python = findPython() ?? '';
afterAll(() => rmSync(folder, { recursive: true }));

function run(command: string, ...args: string[]) {
  const ended = spawnSync(command, args, { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 28, env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1', PYTHONPATH: join(root, 'public') } });
  return { code: ended.status, out: ended.stdout, problem: ended.stderr };
}

function read(file: string): Recording {
  const recording = parseRecording(readFileSync(file, 'utf8'));
  if (!recording.ok) throw new Error(recording.error.message);
  return recording.value;
}

/** What a file says of its calls, as it stands there. */
interface Written {
  readonly version: number;
  readonly kernels: readonly { readonly batch: number; readonly rows: readonly [number, number][]; readonly columns: readonly [number, number][]; readonly order: string; readonly adder?: string }[];
  readonly outputs: readonly { readonly batch: number; readonly row: number; readonly bits: string }[];
  readonly digests: readonly { readonly batch: number; readonly sha256: string }[];
}

const written = (file: string): Written => JSON.parse(readFileSync(file, 'utf8')) as Written;

const BATCHES = [1, 3, 17, 128];

const TWO_THOUSAND_ROWS = `
import numpy
from record_orders import record, save
draw = numpy.random.RandomState(1).standard_normal
x, weight, bias = (draw(shape).astype(numpy.float32) for shape in ((2000, 9), (5, 9), 5))
save(record(lambda x, w, b: x @ w.T + b, x, weight, bias, batches=[1, 4], library={"name": "JAX", "version": "1"}), "rows.json")
`;

/** Records simulated GPUs, whose script is in the folder that it is given, on seeded and on stored numbers. */
const SIMULATED_GPUS = `
import sys
sys.path.append(sys.argv[1])
import record_orders as recorder, simulated_gpu as gpus
recorder.RANDOM_RUNS = 4
for name, chip, dtype, output, splits in (
    ("h100", gpus.H100, "bfloat16", "bfloat16", 2),
    ("tf32", gpus.A100_TF32, "tf32", "float32", 1),
    ("acc16", gpus.H100_16, "float16", "float16", 1),
    ("float8", gpus.H100_8, "float8_e4m3", "bfloat16", 1),
):
    layer = recorder.torch_numbers(7, 70, 9, 5, "fused").rounded_to(dtype)
    data = recorder.seeded(7, 5, "fused") if name in ("h100", "tf32") else None
    recording = recorder.record(gpus.layer(chip, dtype, output, splits), *layer, [1, 5], dtype=dtype, output=output, gpu="simulated", data=data)
    recorder.save(recording, name + ".json")
`;

/** Prints orders of random trees, including sequential sums with fused runs, one of them 4096 deep: "K bias notation". */
const RANDOM_NOTATION = `
import random
from record_orders import Tree, notation
rng = random.Random(6)
for trial in range(100):
    size, sums = rng.randrange(1, 9), []
    terms = list(range(rng.randrange(1, 60)))
    step = rng.choice([1, 1, 2, 3])
    terms = [k for first in range(step) for k in terms[first::step]]
    tree = Tree(len(terms), False)
    while terms:
        run = [terms.pop(0) for _ in range(min(len(terms), rng.choice([1, size, size, size])))]
        gaps = {after - before for before, after in zip(run, run[1:])}
        cut = len(run) if len(gaps) < 2 and min(gaps or {1}) > 0 else 1
        terms = run[cut:] + terms
        onto = sums.pop() if sums and rng.random() < 0.8 else None
        sums.append(tree.join_group(onto, run[:cut]) if rng.random() < 0.9 or cut > 1 else run[0] if onto is None else tree.join(onto, run[0], False))
    node = sums[0]
    for other in sums[1:]:
        node = tree.join(node, other, False)
    print(tree.products, 0, notation(tree))
for trial in range(400):
    products, bias = rng.randrange(1, 40), rng.random() < 0.5
    tree = Tree(products, bias)
    nodes = list(range(tree.leaves))
    if rng.random() < 0.5:
        rng.shuffle(nodes)
    while len(nodes) > 1:
        at = rng.choice([0, 0, 0, rng.randrange(len(nodes) - 1)])
        left, right = nodes[at], nodes.pop(at + 1)
        nodes[at] = tree.join(left, right, tree.is_product(right) and rng.random() < 0.7)
    print(products, int(bias), notation(tree))
deep = Tree(4096, True)
node = deep.join(4095, 4096, False)
for k in reversed(range(4095)):
    node = deep.join(k, node, False)
print(4096, 1, notation(deep))
`;

describe.skipIf(python === '')('public/record_orders.py', { timeout: 60_000 }, () => {
  it('writes orders in the canonical form', () => {
    const { code, out, problem } = run(python, '-c', RANDOM_NOTATION);
    expect([code, problem]).toEqual([0, '']);
    const lines = out.trim().split('\n');
    expect(lines).toHaveLength(501);
    for (const line of lines) {
      const [, products, bias, text] = /^(\d+) ([01]) (.*)$/.exec(line) ?? [];
      const order = parseOrder(text ?? '', { products: Number(products), bias: bias === '1', adder: 'h100' });
      expect(order.ok ? printOrder(order.value) : order.error.message).toBe(text);
    }
  });

  // NumPy 2 has an OpenBLAS of its own, which sums rows of one call in several orders: `PYTHON` may name one.
  it.each(['numpy', 'torch'])('records %s so that every output of every row replays to the bit, in an awkward shape', (library) => {
    const file = join(folder, `${library}.json`);
    const recorded = run(python, join(root, 'public/record_orders.py'), '--library', library, '--in', '131', '--out', '37', '--batches', BATCHES.join(','), '--output', file);
    if (recorded.problem.startsWith('PyTorch can\'t be imported here')) return console.warn(`Not tested: ${recorded.problem}`);
    expect(recorded.code, recorded.problem).toBe(0);
    const recording = read(file);
    expect(recording.calls.map(({ batch }) => batch)).toEqual(BATCHES);
    const { version, kernels, outputs, digests } = written(file);
    expect([version, digests.map(({ batch }) => batch)]).toEqual([2, BATCHES]);
    for (const { sha256 } of digests) expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    for (const { order } of kernels) {
      const parsed = parseOrder(order, { products: 131, bias: true });
      expect(parsed.ok ? printOrder(parsed.value) : parsed.error.message).toBe(order);
    }
    // Every output of every row once, and the bits of the first row of every class of rows.
    const wide = (ranges: readonly [number, number][]): number => ranges.reduce((sum, [from, to]) => sum + to - from + 1, 0);
    for (const batch of BATCHES) {
      const here = kernels.filter((kernel) => kernel.batch === batch);
      expect(here.reduce((sum, { rows, columns }) => sum + wide(rows) * wide(columns), 0)).toBe(batch * 37);
      const firstRows = new Set(here.map(({ rows }) => rows[0]![0]));
      expect(outputs.filter((output) => output.batch === batch).map(({ row }) => row)).toEqual([...firstRows]);
    }
    const replayed = run(process.execPath, '--import', join(root, 'node_modules/tsx/dist/loader.mjs'), join(root, 'scripts/replay.ts'), file);
    expect(replayed.problem).toBe('');
    expect(replayed.out.trim().split('\n').at(-1)).toBe('5513 of 5513 outputs equal to the bit');
    expect(replayed.code).toBe(0);
  });

  it('writes what the page reads, also for more rows than a call has and for a library that is half named', () => {
    const { code, problem } = run(python, '-c', TWO_THOUSAND_ROWS);
    expect(code, problem).toBe(0);
    const recording = read(join(folder, 'rows.json'));
    expect(recording.calls.map(({ batch }) => batch)).toEqual([1, 4]);
    expect(recording.data).toMatchObject({ kind: 'inline', rows: 4 });
    expect(recording.library).toEqual({ name: 'JAX', version: '1', backend: '' });
    expect([...replay(recording)].map(({ equal, total }) => [equal, total])).toEqual([[5, 5], [20, 20]]);
  });

  it('records simulated tensor cores so that every output of every row replays to the bit', () => {
    const { code, problem } = run(python, '-c', SIMULATED_GPUS, join(root, 'scripts/recorder'));
    expect(code, problem).toBe(0);
    const files = [['h100', 'h100', '{0..34}*16 + ({35..69}*16) + b'], ['tf32', 'a100', '{0..69}*4 + b'], ['acc16', 'h100-acc16', '{0..69}*16 + b'], ['float8', 'h100-fp8', '{0..69}*32 + b']].map(([name, adder, order]) => {
      const file = join(folder, `${name}.json`);
      expect(written(file).kernels.map((kernel) => [kernel.order, kernel.adder])).toEqual([[order, adder], [order, adder]]);
      return file;
    });
    const replayed = run(process.execPath, '--import', join(root, 'node_modules/tsx/dist/loader.mjs'), join(root, 'scripts/replay.ts'), ...files);
    expect([replayed.problem, replayed.out.trim().split('\n').at(-1)]).toEqual(['', '216 of 216 outputs equal to the bit']);
  });

  it('knows the adders that the page knows', () => {
    const { out } = run(python, '-c', 'import json, record_orders; print(json.dumps([adder._asdict() for adder in record_orders.ADDERS]))');
    const known = Object.entries(ADDERS).map(([name, adder]) => ({
      name,
      fraction_bits: adder.fractionBits,
      result_bits: adder.resultBits,
      accumulator: adder.accumulator,
      as_term: adder.joins === 'as a term',
      products: adder.groupSizes,
      gpus: adder.gpus,
    }));
    expect(JSON.parse(out)).toEqual(known);
  });

  it('knows how much the page reads, and how it counts what a replay takes', () => {
    const { out } = run(python, '-c', 'import record_orders; print(record_orders.MAX_FILE, record_orders.MAX_REPLAY, record_orders.REPLAY_GROUP)');
    expect(out.trim().split(' ').map(Number)).toEqual([LIMITS.recordingBytes, LIMITS.replayProducts, GROUP_COST]);
  });
});
