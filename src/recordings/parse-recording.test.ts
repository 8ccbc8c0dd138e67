import { LIMITS } from '../lib/limits';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layerOf } from './recording-layer';
import { parseRecording } from './parse-recording';
import { simulatedFile, simulatedRecording, TILED } from '../testing/simulated-recording';
import { classOf, firstRow, knowsAllRows } from './recording';

const read = (file: string): string => readFileSync(new URL(`../../public/recordings/${file}`, import.meta.url), 'utf8');
const SMALL = read('mkl-2020.4-4x8.json');
const STRIPED = read('pytorch-1.13-openblas-768x768.json');

/** A JSON value whose fields a test reaches by path, to spoil them. */
type Path = readonly (string | number)[];

function spoiled(text: string, path: Path, value: unknown): string {
  const file = JSON.parse(text) as Record<string | number, unknown>;
  const parent = path.slice(0, -1).reduce((at, key) => at[key] as Record<string | number, unknown>, file);
  const last = path.at(-1) ?? '';
  if (value === undefined) Reflect.deleteProperty(parent, last);
  else parent[last] = value;
  return JSON.stringify(file);
}

function problem(text: string): string {
  const recording = parseRecording(text);
  return recording.ok ? 'read' : recording.error.message;
}

/** A problem is one sentence, or two, that a person can read: short, on one line, with a full stop. */
function expectSentence(message: string): void {
  expect(message.length).toBeLessThan(400);
  expect(message).toMatch(/^[^\n]+\.$/);
}

const floats = (values: readonly number[]): string => Buffer.from(Float32Array.from(values).buffer).toString('base64');

/** 2 → 3 with two rows, its numbers inline instead of drawn. */
const INLINE = JSON.stringify({
  ...JSON.parse(SMALL),
  operation: { name: 'linear', dtype: 'float32', inFeatures: 2, outFeatures: 3, bias: true },
  data: { source: 'inline', x: floats([1, 2, 3, 4]), weight: floats([1, 0, 0, 1, -1, 0.5]), bias: floats([0.25, 0, 1]) },
  kernels: [{ batch: 2, row: 1, columns: [[0, 2]], order: '0 + 1 + b' }],
  outputs: [{ batch: 2, row: 1, bits: floats([3.25, 4, 0]) }],
});

/** Format 2. */
const ROWS = JSON.stringify(simulatedFile(TILED));

/** On tensor cores: bfloat16 throughout, the numbers inline; TF32, the numbers seeded; float8, which needs the format of its results. */
const [BFLOAT16, TF32, FLOAT8] = (['h100-bfloat16', 'h100-tf32', 'h100-float8'] as const).map((name) => readFileSync(new URL(`fixtures/${name}.json`, import.meta.url), 'utf8')) as [string, string, string];

describe('parseRecording', () => {
  it('reads a recording into typed parts', () => {
    const recording = parseRecording(SMALL);
    if (!recording.ok) throw new Error(recording.error.message);
    const { calls, outputs, ...rest } = recording.value;
    expect(rest).toEqual({
      recordedOn: '2026-11-23',
      library: { name: 'Intel MKL', version: '2020.4', backend: 'sgemm, AVX2' },
      machine: { cpu: 'AMD EPYC, AVX2 and FMA, no AVX-512', threads: 1, os: 'Linux x86-64', note: 'MKL told to take its Intel AVX2 code path' },
      operation: { dtype: 'float32', output: 'float32', inFeatures: 4, outFeatures: 8, bias: true },
      data: { kind: 'torch', seed: 72, rows: 16, uniform: 'separate' },
    });
    expect(calls.map(({ batch }) => batch)).toEqual([1, 2, 4, 8, 16]);
    expect(calls[2]).toMatchObject({ batch: 4, digest: null, classes: [{ rows: [[0, 0]], plan: [{ columns: [[0, 7]], order: { products: 4, bias: true } }] }] });
    expect(calls[0]?.classes[0]?.plan[0]).toMatchObject({ orderText: '0 + 1 + (2 + 3) + b' });
    expect(calls.map(knowsAllRows)).toEqual([true, false, false, false, false]);
    expect(outputs.map(({ batch, row }) => [batch, row])).toEqual(calls.map((call) => [call.batch, firstRow(call)]));
    expect(outputs[0]?.values).toHaveLength(8);
  });

  it('gathers the kernels of one call and shares equal orders', () => {
    const recording = parseRecording(STRIPED);
    if (!recording.ok) throw new Error(recording.error.message);
    const striped = recording.value.calls.at(-1)?.classes[0];
    expect(striped?.plan.map(({ columns }) => columns.length)).toEqual([5, 4]);
    expect(recording.value.calls[0]?.classes[0]?.plan[0]?.order).toBe(striped?.plan[1]?.order);
  });

  it('reads all rows of format 2, in classes that ascend', () => {
    const { calls, outputs } = simulatedRecording(TILED);
    expect(calls.map(({ batch, classes }) => [batch, classes.map(({ rows }) => rows)])).toEqual(TILED.calls.map(({ batch, classes }) => [batch, classes.map(({ rows }) => rows)]));
    expect(calls[2]?.classes[1]?.plan.map(({ columns, orderText }) => [columns, orderText])).toEqual([[[[0, 7], [16, 19]], 'b + *0..11'], [[[8, 15]], '0..10:2 + (1..11:2) + b']]);
    expect(calls.every(knowsAllRows)).toBe(true);
    expect(calls.map((call) => call.digest)).toEqual(simulatedFile(TILED).digests.map(({ sha256 }) => sha256));
    expect(outputs.map(({ batch, row }) => [batch, row])).toEqual([[1, 0], [3, 0], [17, 0], [17, 6], [17, 10], [17, 16]]);
    expect(classOf(calls[2]!, 13)).toBe(calls[2]!.classes[0]);
    expect(classOf(calls[2]!, 17)).toBeUndefined();
  });

  it('reads the formats of factors and results, the GPU, and the adder of each order with groups', () => {
    const found = [BFLOAT16, TF32, FLOAT8].map((text) => {
      const recording = parseRecording(text);
      if (!recording.ok) throw new Error(recording.error.message);
      const { operation, machine, calls } = recording.value;
      return { formats: [operation.dtype, operation.output], gpu: machine.gpu, adders: calls.map(({ classes }) => classes.map(({ plan }) => plan.map(({ order }) => order.adder))) };
    });
    expect(found).toEqual([
      { formats: ['bfloat16', 'bfloat16'], gpu: 'NVIDIA H100 (simulated)', adders: [[[null]], [['h100']], [['h100'], ['h100', 'h100']]] },
      { formats: ['tf32', 'float32'], gpu: 'NVIDIA H100 (simulated)', adders: [[[null]], [['h100']]] },
      { formats: ['float8_e4m3', 'bfloat16'], gpu: 'NVIDIA H100 (simulated)', adders: [[['h100-fp8']], [['h100-fp8']]] },
    ]);
    const float32 = parseRecording(spoiled(BFLOAT16, ['operation', 'output'], 'float32'));
    expect(float32.ok && float32.value.operation.output).toBe('float32');
  });

  it('takes one text on two adders for two orders', () => {
    const text = spoiled(BFLOAT16, ['kernels', 3], { ...(JSON.parse(BFLOAT16) as { kernels: object[] }).kernels[3], adder: 'b200' });
    const recording = parseRecording(text);
    expect(recording.ok && recording.value.calls[2]!.classes.map(({ plan }) => plan.map(({ order, orderText }) => [order.adder, orderText]))).toEqual([
      [['h100', '{0..83}*16 + b @ h100']],
      [['b200', '{0..83}*16 + b @ b200'], ['h100', '{0..31}*16 + ({32..63}*16) + ({64..83}*16) + b @ h100']],
    ]);
  });

  it('makes classes of rows that tiles of different shapes cut', () => {
    // Rows 0–1 and 2–3, outputs 0–3 alike in all.
    const kernel = (rows: number[][], columns: number[][], order = '0..3 + b') => ({ batch: 4, rows, columns, order });
    const file = simulatedFile({ inFeatures: 4, outFeatures: 8, bias: true, calls: [{ batch: 4, classes: [{ rows: [[0, 3]], plan: [{ columns: [[0, 7]], order: '0..3 + b' }] }] }] });
    const kernels = [kernel([[2, 3]], [[4, 7]]), kernel([[0, 3]], [[0, 3]], 'b + 0..3'), kernel([[0, 1]], [[4, 7]])];
    const recording = parseRecording(JSON.stringify({ ...file, kernels, outputs: [{ ...file.outputs[0], row: 3 }, file.outputs[0]] }));
    expect(recording.ok && recording.value.calls[0]?.classes).toMatchObject([{ rows: [[0, 1]], plan: [{ columns: [[0, 3]] }, { columns: [[4, 7]] }] }, { rows: [[2, 3]], plan: [{ columns: [[4, 7]] }, { columns: [[0, 3]] }] }]);
  });

  it('gathers the outputs of an order, in however many kernels they are', () => {
    const file = simulatedFile({ inFeatures: 4, outFeatures: 8, bias: true, calls: [{ batch: 2, classes: [{ rows: [[0, 1]], plan: [{ columns: [[0, 7]], order: '0..3 + b' }] }] }] });
    const kernel = (columns: number[][], order: string) => ({ batch: 2, rows: [[0, 1]], columns, order });
    const kernels = [kernel([[4, 4], [7, 7]], '0..3 + b'), kernel([[6, 6]], 'b + 0..3'), kernel([[5, 5]], '0..3 + b'), kernel([[0, 3]], '0..3 + b')];
    const recording = parseRecording(JSON.stringify({ ...file, kernels }));
    expect(recording.ok && recording.value.calls[0]!.classes).toMatchObject([{ rows: [[0, 1]], plan: [{ columns: [[0, 5], [7, 7]], orderText: '0..3 + b' }, { columns: [[6, 6]], orderText: 'b + 0..3' }] }]);
  });

  it('sorts calls by batch and row and puts outputs beside them', () => {
    const file = JSON.parse(SMALL) as { kernels: unknown[]; outputs: unknown[] };
    const shuffled = JSON.stringify({ ...file, kernels: [...file.kernels].reverse(), outputs: [...file.outputs].reverse() });
    expect(parseRecording(shuffled)).toEqual(parseRecording(SMALL));
    const second = simulatedFile(TILED);
    expect(parseRecording(JSON.stringify({ ...second, outputs: [...second.outputs].reverse(), digests: [...second.digests].reverse() }))).toEqual(parseRecording(JSON.stringify(second)));
  });

  it('reads numbers that the file brings along', () => {
    const recording = parseRecording(INLINE);
    if (!recording.ok) throw new Error(recording.error.message);
    expect(layerOf(recording.value)).toEqual({
      inFeatures: 2,
      outFeatures: 3,
      rows: 2,
      x: Float32Array.of(1, 2, 3, 4),
      weight: Float32Array.of(1, 0, 0, 1, -1, 0.5),
      bias: Float32Array.of(0.25, 0, 1),
    });
  });

  it('needs no bias where the layer has none, and then uses none', () => {
    const plain = spoiled(spoiled(INLINE, ['operation', 'bias'], false), ['kernels', 0, 'order'], '0 + 1');
    for (const bias of [undefined, null, 'AAAA']) {
      const recording = parseRecording(spoiled(plain, ['data', 'bias'], bias));
      expect(recording.ok && layerOf(recording.value).bias).toBeNull();
    }
  });

  it('ignores fields that the format does not know, hostile names included', () => {
    const more = SMALL.replace('{', '{"__proto__": {"version": 7}, "constructor": 1, "extra": [[{}]],').replace('"library": {', '"library": {"__proto__": [], "toString": 0,');
    expect(parseRecording(more)).toEqual(parseRecording(SMALL));
    expect(({} as { version?: number }).version).toBeUndefined();
  });

  it('does not take a field from __proto__', () => {
    expect(problem(SMALL.replace('"recordedOn"', '"__proto__": {"recordedOn": "2026-11-23"}, "was"'))).toBe('recordedOn is missing.');
  });

  it('keeps outputs that are not finite: a library may return them', () => {
    const recording = parseRecording(spoiled(INLINE, ['outputs', 0, 'bits'], floats([NaN, Infinity, -0])));
    expect(recording.ok && [...(recording.value.outputs[0]?.values ?? [])]).toEqual([NaN, Infinity, -0]);
  });
});

describe('parseRecording refuses, with one sentence that says where,', () => {
  const cases: [what: string, text: string, message: string][] = [
    ['text that is no JSON', 'hello', 'The file is not valid JSON'],
    ['an empty file', '', 'The file is empty.'],
    ['a list', '[1, 2]', 'This is not a recording of summation orders. format is missing.'],
    ['null', 'null', 'This is not a recording of summation orders. The file must be an object in curly brackets, but is null.'],
    ['other JSON', '{"a": 1}', 'This is not a recording of summation orders. format is missing.'],
    ['another format', spoiled(SMALL, ['format'], 'x'), 'This is not a recording of summation orders. format must be "summation-orders", but is "x".'],
    ['another version', spoiled(SMALL, ['version'], 3), 'This recording has version 3; only versions 1 and 2 can be read.'],
    ['a file of version 1 that says 2', spoiled(SMALL, ['version'], 2), 'kernels[0].rows is missing.'],
    ['a file of version 2 that says 1', spoiled(ROWS, ['version'], 1), 'kernels[0].row is missing.'],
    ['a version that is text', spoiled(SMALL, ['version'], '1'), 'This is not a recording of summation orders. version must be a number, but is "1".'],
    ['a version before its shape', '{"format": "summation-orders", "version": 9}', 'This recording has version 9; only versions 1 and 2 can be read.'],
    ['a date that is none', spoiled(SMALL, ['recordedOn'], 'yesterday'), 'recordedOn must be a date like 2026-11-23, but is "yesterday".'],
    ['a missing library', spoiled(SMALL, ['library'], undefined), 'library is missing.'],
    ['a library without a name', spoiled(SMALL, ['library', 'name'], undefined), 'library.name is missing.'],
    ['a huge name', spoiled(SMALL, ['library', 'name'], 'x'.repeat(10_000_000)), 'library.name must be text of at most 200 characters, but is "xxxxxxxxxxxxxxxxxxxxxxxxx…".'],
    ['threads in words', spoiled(SMALL, ['machine', 'threads'], 'four'), 'machine.threads must be a whole number from 1 to 65536, but is "four".'],
    ['a note that is no text', spoiled(SMALL, ['machine', 'note'], 7), 'machine.note must be text, but is 7.'],
    ['another operation', spoiled(SMALL, ['operation', 'name'], 'conv'), 'operation.name must be "linear", but is "conv".'],
    ['another dtype', spoiled(SMALL, ['operation', 'dtype'], 'float64'), 'operation.dtype must be "float32", but is "float64".'],
    ['K too large', spoiled(SMALL, ['operation', 'inFeatures'], 4097), 'operation.inFeatures must be a whole number from 1 to 4096, but is 4097.'],
    ['N of 2³¹', spoiled(SMALL, ['operation', 'outFeatures'], 2 ** 31), 'operation.outFeatures must be a whole number from 1 to 4096, but is 2147483648.'],
    ['N of 0', spoiled(SMALL, ['operation', 'outFeatures'], 0), 'operation.outFeatures must be a whole number from 1 to 4096, but is 0.'],
    ['K that is infinite', SMALL.replace('"inFeatures": 4', '"inFeatures": 1e999'), 'operation.inFeatures must be a whole number from 1 to 4096, but is Infinity.'],
    ['K that is null, as NaN is written', spoiled(SMALL, ['operation', 'inFeatures'], NaN), 'operation.inFeatures must be a whole number from 1 to 4096, but is null.'],
    ['K that is no integer', spoiled(SMALL, ['operation', 'inFeatures'], 4.5), 'operation.inFeatures must be a whole number from 1 to 4096, but is 4.5.'],
    ['a bias that is 1', spoiled(SMALL, ['operation', 'bias'], 1), 'operation.bias must be true or false, but is 1.'],
    ['an unknown source', spoiled(SMALL, ['data', 'source'], 'web'), 'data.source must be "torch.manual_seed" or "inline", but is "web".'],
    ['no source', spoiled(SMALL, ['data', 'source'], undefined), 'data.source is missing.'],
    ['data that is a list', spoiled(SMALL, ['data'], []), 'data.source is missing.'],
    ['data that is text', spoiled(SMALL, ['data'], 'x'), 'data must be'],
    ['a negative seed', spoiled(SMALL, ['data', 'seed'], -1), 'data.seed must be a whole number from 0 to 4294967295, but is -1.'],
    ['a seed of 2³²', spoiled(SMALL, ['data', 'seed'], 2 ** 32), 'data.seed must be a whole number from 0 to 4294967295, but is 4294967296.'],
    ['too many rows', spoiled(SMALL, ['data', 'batch'], 1025), 'data.batch must be a whole number from 1 to 1024, but is 1025.'],
    ['an unknown uniform', spoiled(SMALL, ['data', 'uniform'], 'both'), 'data.uniform must be "fused" or "separate", but is "both".'],
    ['kernels that are an object', spoiled(SMALL, ['kernels'], { length: 3 }), 'kernels must be a list, but is an object.'],
    ['no kernels', spoiled(SMALL, ['kernels'], []), 'kernels must not be empty, but is a list of 0.'],
    ['too many kernels', spoiled(SMALL, ['kernels'], new Array(9000).fill((JSON.parse(SMALL) as { kernels: unknown[] }).kernels[0])), 'kernels must have at most 8192 entries, but is a list of 9000.'],
    ['a kernel that is null', spoiled(SMALL, ['kernels', 2], null), 'kernels[2] must be an object in curly brackets, but is null.'],
    ['a batch beyond the data', spoiled(SMALL, ['kernels', 3, 'batch'], 17), 'kernels[3].batch is 17, but data has 16 rows.'],
    ['a row beyond the batch', spoiled(SMALL, ['kernels', 1, 'row'], 2), 'kernels[1].row is 2, but a call with batch 2 has rows 0 to 1.'],
    ['columns that are numbers', spoiled(SMALL, ['kernels', 0, 'columns'], [0, 7]), 'kernels[0].columns[0] must be a pair [first output, last output], but is 0.'],
    ['columns of three', spoiled(SMALL, ['kernels', 0, 'columns'], [[0, 3, 7]]), 'kernels[0].columns[0] must be a pair [first output, last output], but is a list of 3.'],
    ['columns of one', spoiled(SMALL, ['kernels', 0, 'columns'], [[0]]), 'kernels[0].columns[0] must be a pair [first output, last output], but is a list of 1.'],
    ['columns that are no integers', spoiled(SMALL, ['kernels', 0, 'columns'], [[0, 6.5]]), 'kernels[0].columns[0][1] must be a whole number from 0 to 4095, but is 6.5.'],
    ['columns up to 2³¹', spoiled(SMALL, ['kernels', 0, 'columns'], [[0, 2 ** 31]]), 'kernels[0].columns[0][1] must be a whole number from 0 to 4095, but is 2147483648.'],
    ['no columns', spoiled(SMALL, ['kernels', 0, 'columns'], []), 'kernels[0].columns must not be empty, but is a list of 0.'],
    ['columns beyond N', spoiled(SMALL, ['kernels', 0, 'columns'], [[0, 8]]), 'kernels[0].columns[0] names output 8, but the layer has 8, 0 to 7.'],
    ['columns that overlap', spoiled(STRIPED, ['kernels', 6, 'columns', 0, 0], 7), 'kernels[6] and kernels[5] both give row 0, output 7.'],
    ['columns that leave a gap', spoiled(STRIPED, ['kernels', 6, 'columns', 0, 0], 9), 'The kernels for batch 128 leave out row 0, output 8.'],
    ['columns that go down', spoiled(STRIPED, ['kernels', 6, 'columns', 1, 0], 4), 'kernels[6].columns[1] begins at output 4, but the ranges of a kernel go up and the one before ends at 183.'],
    ['the same kernel twice', spoiled(SMALL, ['kernels', 1, 'batch'], 1), 'kernels[1] and kernels[0] both give row 0, output 0.'],
    ['an order that leaves a product out', spoiled(SMALL, ['kernels', 1, 'order'], '0 + 2 + 1 + b'), 'kernels[1].order, character 14: Product 3 is missing'],
    ['an order that names a product twice', spoiled(SMALL, ['kernels', 1, 'order'], '0 + 0 + 1..3 + b'), 'kernels[1].order, character 5: Product 0 is named twice.'],
    ['an order for another K', spoiled(SMALL, ['kernels', 0, 'order'], '0..767 + b'), 'kernels[0].order, character 1: Product 767 is out of range'],
    ['an order without the bias', spoiled(SMALL, ['kernels', 0, 'order'], '0..3'), 'kernels[0].order, character 5: The bias b is missing'],
    ['an order with a bias that is none', spoiled(SMALL, ['operation', 'bias'], false), 'kernels[0].order, character 19: This layer has no bias'],
    ['an order of brackets', spoiled(SMALL, ['kernels', 0, 'order'], '('.repeat(1_000_000)), 'kernels[0].order'],
    ['an order that is a number', spoiled(SMALL, ['kernels', 0, 'order'], 5), 'kernels[0].order must be text in the notation for orders, but is 5.'],
    ['an output that no kernel computes', spoiled(SMALL, ['outputs', 1, 'batch'], 3), 'outputs[1] is for batch 3, row 0, which no kernel computes.'],
    ['a kernel without an output', spoiled(SMALL, ['outputs', 4], undefined).replace(',null]', ']'), 'outputs has no entry for batch 16, row 0, which kernels describes.'],
    ['an output twice', spoiled(SMALL, ['outputs', 1, 'batch'], 1), 'outputs[1] gives batch 1, row 0 a second time.'],
    ['rows that overlap', spoiled(ROWS, ['kernels', 5, 'rows', 0, 0], 9), 'kernels[5] and kernels[3] both give row 9, output 0.'],
    ['rows that are left out', spoiled(ROWS, ['kernels', 5, 'rows', 0], [11, 11]), 'The kernels for batch 17 leave out row 10.'],
    ['many rows that are left out', spoiled(ROWS, ['kernels', 2, 'rows'], [[0, 0], [3, 3]]), 'The kernels for batch 17 leave out rows 1–2, 4–5 and 12–15.'],
    ['outputs of some rows that are left out', spoiled(ROWS, ['kernels', 4, 'columns'], [[8, 12]]), 'The kernels for batch 17 leave out row 6, output 13, and 2 more outputs of this row.'],
    ['rows beyond the batch', spoiled(ROWS, ['kernels', 6, 'rows'], [[16, 17]]), 'kernels[6].rows[0] names row 17, but batch 17 has 17, 0 to 16.'],
    ['rows that go down', spoiled(ROWS, ['kernels', 2, 'rows'], [[5, 0]]), 'kernels[2].rows[0] ends at row 0, before it begins at 5.'],
    ['rows out of sequence', spoiled(ROWS, ['kernels', 2, 'rows'], [[12, 15], [0, 5]]), 'kernels[2].rows[1] begins at row 0, but the ranges of a kernel go up and the one before ends at 15.'],
    ['rows that overlap in one kernel', spoiled(ROWS, ['kernels', 2, 'rows'], [[0, 5], [5, 6]]), 'kernels[2].rows[1] begins at row 5, but the ranges of a kernel go up and the one before ends at 5.'],
    ['no rows', spoiled(ROWS, ['kernels', 2, 'rows'], []), 'kernels[2].rows must not be empty, but is a list of 0.'],
    ['rows of three', spoiled(ROWS, ['kernels', 5, 'rows', 0], [10, 11, 2]), 'kernels[5].rows[0] must be a pair [first row, last row], but is a list of 3.'],
    ['a row for rows', spoiled(ROWS, ['kernels', 2, 'rows'], 0), 'kernels[2].rows must be a list, but is 0.'],
    ['a class of rows without an output', spoiled(ROWS, ['outputs', 3, 'row'], 12), 'outputs has no entry for batch 17, any of rows 6–9, which kernels describes.'],
    ['a row without an output', spoiled(ROWS, ['outputs', 5, 'row'], 1), 'outputs has no entry for batch 17, row 16, which kernels describes.'],
    ['an output beyond the batch', spoiled(ROWS, ['outputs', 5, 'row'], 17), 'outputs[5] is for batch 17, row 17, which no kernel computes.'],
    ['an output of a row twice', spoiled(ROWS, ['outputs', 3, 'row'], 0), 'outputs[3] gives batch 17, row 0 a second time.'],
    ['no digests', spoiled(ROWS, ['digests'], undefined), 'digests is missing.'],
    ['a digest that is missing', spoiled(ROWS, ['digests'], simulatedFile(TILED).digests.slice(1)), 'digests has no entry for batch 1, which kernels describes.'],
    ['a digest twice', spoiled(ROWS, ['digests', 1, 'batch'], 1), 'digests[1] gives batch 1 a second time.'],
    ['a digest of another batch size', spoiled(ROWS, ['digests', 1, 'batch'], 4), 'digests[1] is for batch 4, which no kernel computes.'],
    ['a digest that is too short', spoiled(ROWS, ['digests', 1, 'sha256'], 'abc'), 'digests[1].sha256 must be 64 hexadecimal digits in lower case, but is "abc".'],
    ['a digest in base64', spoiled(ROWS, ['digests', 1, 'sha256'], `${'A'.repeat(43)}=`), 'digests[1].sha256 must be 64 hexadecimal digits in lower case, but is "AAAAAAAAAAAAAAAAAAAAAAAAA…".'],
    ['an unknown dtype', spoiled(BFLOAT16, ['operation', 'dtype'], 'float64'), 'operation.dtype must be "float32", "tf32", "bfloat16", "float16", "float8_e4m3" or "float8_e5m2", but is "float64".'],
    ['an unknown format of results', spoiled(BFLOAT16, ['operation', 'output'], 'tf32'), 'operation.output must be "float32", "bfloat16" or "float16", but is "tf32".'],
    ['float8 without the format of its results', spoiled(FLOAT8, ['operation', 'output'], undefined), 'operation.output is missing, but results of a layer with dtype float8_e4m3 have another format.'],
    ['bfloat16 in version 1', spoiled(SMALL, ['operation', 'dtype'], 'bfloat16'), 'operation.dtype must be "float32", but is "bfloat16".'],
    ['groups in version 1', spoiled(SMALL, ['kernels', 0, 'order'], '{0..3} + b'), 'kernels[0].order, character 1: A group in braces needs an adder, such as h100; ordinary float32 adds two terms at a time.'],
    ['an unknown adder', spoiled(BFLOAT16, ['kernels', 1, 'adder'], 'h200\n'), 'kernels[1].adder must be "v100", "a100", '],
    ['groups without an adder', spoiled(BFLOAT16, ['kernels', 1, 'adder'], undefined), 'kernels[1].order, character 1: A group in braces needs an adder, such as h100; ordinary float32 adds two terms at a time.'],
    ['an adder without groups', spoiled(BFLOAT16, ['kernels', 0, 'adder'], 'h100'), 'kernels[0].adder is h100, but its order has no groups.'],
    ['an adder that does not take the dtype', spoiled(FLOAT8, ['kernels', 0, 'adder'], 'h100'), 'kernels[0].adder: h100 takes no float8_e4m3, only float16, bfloat16, tf32.'],
    ['groups that are too large for the adder', spoiled(BFLOAT16, ['kernels', 2, 'adder'], 'a100'), 'kernels[2].adder: A group has 16 products, but one step of a100 takes 8 of bfloat16.'],
    ['groups of float32', spoiled(TF32, ['operation', 'dtype'], 'float32'), 'kernels[1].adder is h100, which takes no float32: where it takes TF32 of it, operation.dtype is tf32.'],
    ['a weight that is no bfloat16', spoiled(spoiled(INLINE, ['version'], 2), ['operation'], { ...(JSON.parse(INLINE) as { operation: object }).operation, dtype: 'bfloat16' }).replace('"row":1,"columns"', '"rows":[[0,1]],"columns"').replace(floats([1, 0, 0, 1, -1, 0.5]), floats([1, 0, 0, 1.001953125, -1, 0.5])).replace('"outputs"', `"digests":[{"batch":2,"sha256":"${'0'.repeat(64)}"}],"outputs"`), 'data.weight holds 1.001953125 as value 3, which is no bfloat16.'],
    ['a bias that is no bfloat16 beside float8', spoiled(FLOAT8, ['data', 'bias'], floats(Array<number>(12).fill(1.001953125))), 'data.bias holds 1.001953125 as value 0, which is no bfloat16.'],
    ['a GPU that is no text', spoiled(BFLOAT16, ['machine', 'gpu'], 7), 'machine.gpu must be text, but is 7.'],
    ['bits of another length', spoiled(SMALL, ['outputs', 0, 'bits'], 'AAAA'), 'outputs[0].bits has 4 characters of base64, but 8 float32 values take 44.'],
    ['bits that are not base64', spoiled(SMALL, ['outputs', 0, 'bits'], `${'A'.repeat(20)}!${'A'.repeat(22)}=`), 'outputs[0].bits is not base64 at character 21.'],
    ['bits that are a list', spoiled(SMALL, ['outputs', 0, 'bits'], [0]), 'outputs[0].bits must be text in base64, but is a list of 1.'],
    ['x that is no number of rows', spoiled(INLINE, ['data', 'x'], floats([1, 2, 3])), 'data.x has 16 characters of base64, which are not 1 to 1024 rows of 2 float32 values.'],
    ['x without rows', spoiled(INLINE, ['data', 'x'], ''), 'data.x has 0 characters of base64, which are not 1 to 1024 rows of 2 float32 values.'],
    ['x of padding', spoiled(INLINE, ['data', 'x'], '============'), 'data.x'],
    ['a weight of another shape', spoiled(INLINE, ['data', 'weight'], floats([1, 2])), 'data.weight has 12 characters of base64, but 6 float32 values take 32.'],
    ['a missing bias', spoiled(INLINE, ['data', 'bias'], null), 'data.bias is missing, but the layer has a bias.'],
    ['a weight that is not finite', spoiled(INLINE, ['data', 'weight'], floats([1, NaN, 0, 1, 1, 1])), 'data.weight holds NaN as value 1; the numbers of a layer must be finite.'],
    ['ten megabytes of brackets', '['.repeat(10_000_000), 'The file nests more than 32 brackets at character 33; no recording needs that.'],
    ['brackets in a field', SMALL.replace('"recordedOn"', `"extra": ${'{"a":'.repeat(100_000)}`), 'The file nests more than 32 brackets'],
    ['millions of values', `[${'0,'.repeat(5_000_000)}0]`, 'The file holds more than 1000000 values'],
    ['a file over the limit', ' '.repeat(LIMITS.recordingBytes + 1), 'The file has 100663297 characters; at most 100663296 are read.'],
  ];

  it.each(cases)('%s', (_, text, message) => {
    const said = problem(text);
    expect(said.slice(0, message.length)).toBe(message);
    expectSentence(said);
  });

  it('without much work, whatever the kernels', { timeout: 20_000 }, () => {
    const calls = [{ batch: 1024, classes: [{ rows: [[0, 1023]] as const, plan: [{ columns: [[0, 4095]] as const, order: '0' }] }] }];
    const file = simulatedFile({ inFeatures: 1, outFeatures: 4096, bias: false, calls });
    // Each row in a class of its own, and each output in a kernel of its own; then all of it once more.
    const rows = Array.from({ length: 1024 }, (_, row) => ({ batch: 1024, rows: [[row, row]], columns: [[0, 0]], order: '0' }));
    const columns = Array.from({ length: 4095 }, (_, j) => ({ batch: 1024, rows: [[0, 1023]], columns: [[j + 1, j + 1]], order: '0' }));
    const outputs = Array.from({ length: 1024 }, (_, row) => ({ ...file.outputs[0]!, row }));
    expect(problem(JSON.stringify({ ...file, kernels: [...rows, ...columns], outputs }))).toBe('read');
    expect(problem(JSON.stringify({ ...file, kernels: [...columns, ...rows, ...rows], outputs }))).toBe('kernels[5119] and kernels[4095] both give row 0, output 0.');
  });

  it('more distinct orders than any library has', () => {
    const file = JSON.parse(SMALL) as { kernels: unknown[]; data: object };
    const kernels = Array.from({ length: 65 }, (_, i) => ({ batch: 1024, row: i, columns: [[0, 7]], order: `0..3${' '.repeat(i)} + b` }));
    expect(problem(JSON.stringify({ ...file, data: { ...file.data, batch: 1024 }, kernels }))).toBe(
      'kernels[64].order is one too many: at most 64 different orders are read.',
    );
  });
});

describe('parseRecording never throws', () => {
  const gives = (text: string): void => {
    const recording = parseRecording(text);
    if (!recording.ok) expectSentence(recording.error.message);
  };

  it('on arbitrary text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), gives), { numRuns: 1000 });
    fc.assert(fc.property(fc.json(), gives), { numRuns: 1000 });
  });

  it('on a good file with characters cut out, put in or doubled', () => {
    for (const good of [INLINE, ROWS, BFLOAT16]) {
      const place = fc.nat({ max: good.length });
      const edit = fc.tuple(place, fc.nat({ max: 30 }), fc.string({ maxLength: 10 }));
      fc.assert(
        fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
          gives(edits.reduce((text, [at, length, put]) => text.slice(0, at) + put + text.slice(at + length), good));
        }),
        { numRuns: 2000 },
      );
    }
  });

  it('on a good file with any of its values replaced by any other', () => {
    const paths = (value: unknown): Path[] =>
      value !== null && typeof value === 'object'
        ? Object.entries(value).flatMap(([key, inner]) => [[key], ...paths(inner).map((path) => [key, ...path])])
        : [];
    for (const good of [SMALL, INLINE, ROWS, BFLOAT16, FLOAT8]) {
      const everywhere = fc.constantFrom(...paths(JSON.parse(good)));
      const value = fc.oneof(fc.jsonValue(), fc.constantFrom(2 ** 31, -0, 1e308, '__proto__', [[0, 1], [1, 2]], 'AAAA', 'h100', 'float16', undefined));
      fc.assert(fc.property(everywhere, value, (path, other) => gives(spoiled(good, path, other))), { numRuns: 2000 });
    }
  });
});
