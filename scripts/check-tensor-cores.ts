/**
 * Holds the multi-term addition against outputs of real tensor cores:
 *   npx tsx scripts/check-tensor-cores.ts DIR
 *
 * DIR has files named GPU-FACTORS-ACCUMULATOR.txt, such as a100-bf16-fp32.txt, of rows `a … | b … | c | d`: the factors, the
 * accumulator and what the GPU returned for c + Σ a·b, each as the bits of a float32 in hex. Lines that begin with # are
 * comments. Each row is added up three times: by `multiTermAdd` alone, and by both engines as a layer whose bias is c. Prints a
 * line per file and, last, how many outputs are equal to the bit in all three; exits with 1 if not all are, or if something
 * can't be read.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reasonOf } from '../src/lib/reason-of';
import type { Result } from '../src/lib/result';
import { fail, ok } from '../src/lib/result';
import type { Engine } from '../src/linear/engine';
import { FROUND_WITH_ADDERS, wasmWithAdders } from '../src/linear/groups';
import type { Adder } from '../src/numerics/adders';
import type { AdderName } from '../src/numerics/group-sizes';
import { ADDERS } from '../src/numerics/adders';
import { fromBits } from '../src/numerics/float32';
import type { FactorFormat } from '../src/numerics/formats';
import { dotInGroups, resultBitsOf } from '../src/numerics/multi-term-add';
import type { Program } from '../src/orders/compile';
import { compile } from '../src/orders/compile';
import { OrderBuilder } from '../src/orders/order-builder';

/** One row of a file. */
interface Row {
  readonly a: Float32Array;
  readonly b: Float32Array;
  readonly c: number;
  /** Bits. */
  readonly d: number;
}

const FACTORS: Readonly<Record<string, FactorFormat>> = { fp16: 'float16', bf16: 'bfloat16', tf32: 'tf32', e4m3: 'float8_e4m3', e5m2: 'float8_e5m2' };
/** The adder of a GPU, without what follows from factors and accumulator. */
const GPUS: Readonly<Record<string, string>> = { v100: 'v100', a100: 'a100', a2: 'a100', ada: 'ada', l40s: 'ada', h100: 'h100', h200: 'h100', b200: 'b200' };
const ACCUMULATORS: Readonly<Record<string, string>> = { fp32: '', fp16: '-acc16' };

/** The adder of a file, and the format of its factors. */
interface Model {
  readonly name: AdderName;
  readonly format: FactorFormat;
  /** n */
  readonly groupSize: number;
}

const ENGINES: readonly Engine[] = [FROUND_WITH_ADDERS, wasmWithAdders('exact')];

/** What a file's name says, or a sentence that says what is wrong with it. */
function readName(name: string): Result<Model, string> {
  const [gpu = '', factors = '', accumulator = '', more] = name.replace(/\.txt$/, '').split('-');
  const format = FACTORS[factors];
  const about = GPUS[gpu];
  const suffix = ACCUMULATORS[accumulator];
  if (about === undefined) return fail(`${name}: “${gpu}” is not a GPU known here (${Object.keys(GPUS).join(', ')}).`);
  if (format === undefined) return fail(`${name}: “${factors}” is no format of factors (${Object.keys(FACTORS).join(', ')}).`);
  if (suffix === undefined || more !== undefined) return fail(`${name}: after the factors, its name says fp32 or fp16 for the accumulator.`);
  const adderName = `${about}${format.startsWith('float8') ? '-fp8' : ''}${suffix}` as AdderName;
  const adder: Adder | undefined = ADDERS[adderName];
  const groupSize = adder?.groupSizes[format];
  if (groupSize === undefined) return fail(`${name}: there is no adder for ${factors} factors and ${accumulator} accumulators on this GPU.`);
  return ok({ name: adderName, format, groupSize });
}

/** A row of a file, or what is wrong with it. */
function readRow(line: string): Result<Row, string> {
  const fields = line.split('|').map((field) => field.trim().split(/\s+/).filter((word) => word !== ''));
  if (fields.length !== 4) return fail(`expected a … | b … | c | d, found ${fields.length} field${fields.length === 1 ? '' : 's'}.`);
  const bad = fields.flat().find((word) => !/^[0-9a-f]{8}$/i.test(word));
  if (bad !== undefined) return fail(`“${bad.slice(0, 20)}” is not the bits of a float32, eight hexadecimal digits.`);
  const [a = [], b = [], c = [], d = []] = fields.map((words) => words.map((word) => parseInt(word, 16)));
  if (a.length === 0 || a.length !== b.length) return fail(`it has ${a.length} values of a and ${b.length} of b.`);
  if (c.length !== 1 || d.length !== 1) return fail(`it has ${c.length} values of c and ${d.length} of d, where each is one.`);
  return ok({ a: Float32Array.from(a, fromBits), b: Float32Array.from(b, fromBits), c: fromBits(c[0]!), d: d[0]! });
}

/** b + {0..K − 1}*n on the model's adder. */
function chain({ name, groupSize }: Model, K: number): Program {
  const builder = new OrderBuilder(name);
  builder.bias();
  builder.groups(0, 1, K, groupSize);
  return compile(builder.finish());
}

/** The bits that each way to compute gives for a row. */
function computed({ a, b, c }: Row, model: Model): readonly number[] {
  const program = chain(model, a.length);
  const byEngines = ENGINES.map((engine) => {
    // All of one vector's lanes alike, so that none of them sends it the slow way.
    const outputs = 16;
    const weight = Float32Array.from({ length: outputs * b.length }, (_, i) => b[i % b.length]!);
    const out = new Float32Array(outputs);
    engine.pack(weight, outputs, a.length, model.format).run(program, { x: a, xOffset: 0, rows: 1, bias: new Float32Array(outputs).fill(c), out, outOffset: 0 });
    return out[0]!;
  });
  return [dotInGroups(ADDERS[model.name], model.format, a, b, c), ...byEngines].map(resultBitsOf);
}

/** Compares a file's rows; prints a line about it. Returns how many are equal, of how many. */
function check(folder: string, name: string): Result<{ equal: number; rows: number }, string> {
  const model = readName(name);
  if (!model.ok) return model;
  let equal = 0;
  let rows = 0;
  let first = '';
  for (const [index, line] of readFileSync(join(folder, name), 'utf8').split(/\r?\n/).entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const row = readRow(line);
    if (!row.ok) return fail(`${name}, line ${index + 1}: ${row.error}`);
    const { d } = row.value;
    const other = computed(row.value, model.value).find((bits) => bits !== d);
    rows++;
    if (other === undefined) equal++;
    else if (first === '') first = `; the first that is not, line ${index + 1}: the GPU gave ${hex(d)}, here ${hex(other)}`;
  }
  console.log(`${name}: ${equal} of ${rows}${first}`);
  return ok({ equal, rows });
}

function hex(bits: number): string {
  return bits.toString(16).padStart(8, '0');
}

function main(folder: string | undefined): number {
  if (folder === undefined) {
    console.error('Which folder? npx tsx scripts/check-tensor-cores.ts DIR');
    return 1;
  }
  let names: string[];
  try {
    names = readdirSync(folder).filter((name) => name.endsWith('.txt')).sort();
  } catch (error) {
    console.error(`${folder} can’t be read: ${reasonOf(error)}.`);
    return 1;
  }
  if (names.length === 0) {
    console.error(`${folder} has no .txt files.`);
    return 1;
  }
  let equal = 0;
  let rows = 0;
  for (const name of names) {
    const checked = check(folder, name);
    if (!checked.ok) {
      console.error(checked.error);
      return 1;
    }
    equal += checked.value.equal;
    rows += checked.value.rows;
  }
  console.log(`${equal} of ${rows} outputs equal to the bit`);
  return equal === rows && rows > 0 ? 0 : 1;
}

process.exitCode = main(process.argv[2]);
