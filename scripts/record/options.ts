import { parseArgs } from 'node:util';
import { LIMITS } from '../../src/lib/limits';
import type { ParseError, Result } from '../../src/lib/result';
import { fail, ok } from '../../src/lib/result';

export interface RecordOptions {
  readonly library: string;
  /** K */
  readonly inFeatures: number;
  /** N */
  readonly outFeatures: number;
  /** Ascending, without duplicates. */
  readonly batches: readonly number[];
  readonly seed: number;
  readonly bias: boolean;
  readonly threads: number;
  /** File to write. */
  readonly output: string;
}

/** The usage text, with the names for `--library`. */
export function usage(libraries: readonly string[]): string {
  return [
    'Usage: npm run record -- --library NAME [options]',
    '',
    `  --library NAME    ${libraries.join(', ')}`,
    '  --in K            inputs of the layer (768)',
    '  --out N           outputs of the layer (768)',
    '  --batches LIST    batch sizes (1,2,4,8,16,128)',
    '  --seed SEED       of PyTorch’s generator, for the weight, the bias and x (72)',
    '  --no-bias         a layer without bias',
    '  --threads COUNT   (1)',
    '  --output FILE     (NAME-KxN.json)',
  ].join('\n');
}

/** Parses the command line; fails with a sentence about the first error. */
export function parseOptions(args: readonly string[], libraries: readonly string[]): Result<RecordOptions, ParseError> {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        library: { type: 'string' },
        in: { type: 'string', default: '768' },
        out: { type: 'string', default: '768' },
        batches: { type: 'string', default: '1,2,4,8,16,128' },
        seed: { type: 'string', default: '72' },
        'no-bias': { type: 'boolean', default: false },
        threads: { type: 'string', default: '1' },
        output: { type: 'string' },
      },
    }));
  } catch (error) {
    return fail({ message: error instanceof Error ? error.message : String(error) });
  }
  const { library } = values;
  if (library === undefined || !libraries.includes(library)) {
    return fail({ message: `--library must be one of ${libraries.join(', ')}${library === undefined ? '' : `, but is ${library}`}.` });
  }
  const inFeatures = whole('--in', values.in, 1, LIMITS.features);
  if (!inFeatures.ok) return inFeatures;
  const outFeatures = whole('--out', values.out, 1, LIMITS.features);
  if (!outFeatures.ok) return outFeatures;
  const seed = whole('--seed', values.seed, 0, 2 ** 32 - 1);
  if (!seed.ok) return seed;
  const threads = whole('--threads', values.threads, 1, 1024);
  if (!threads.ok) return threads;
  const batches: number[] = [];
  for (const text of values.batches.split(',')) {
    const batch = whole('A number in --batches', text, 1, LIMITS.batch);
    if (!batch.ok) return batch;
    batches.push(batch.value);
  }
  const distinct = [...new Set(batches)].sort((a, b) => a - b);
  return ok({
    library,
    inFeatures: inFeatures.value,
    outFeatures: outFeatures.value,
    batches: distinct,
    seed: seed.value,
    bias: !values['no-bias'],
    threads: threads.value,
    output: values.output ?? `${library}-${inFeatures.value}x${outFeatures.value}.json`,
  });
}

function whole(name: string, text: string, min: number, max: number): Result<number, ParseError> {
  const value = Number(text);
  const valid = /^\d+$/.test(text) && value >= min && value <= max;
  return valid ? ok(value) : fail({ message: `${name} must be a whole number from ${min} to ${max}, but is ${JSON.stringify(text)}.` });
}
