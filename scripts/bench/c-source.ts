import { readFileSync } from 'node:fs';
import type { Adder } from '../../src/numerics/adders';
import { ADDERS, LEAST_EXPONENTS } from '../../src/numerics/adders';
import type { FactorFormat } from '../../src/numerics/formats';
import type { Program } from '../../src/orders/compile';
import { Code, INSTRUCTION } from '../../src/orders/compile';

/** C code that visits products leaves[from … to−1]: a counted loop if they form a run, else a table. */
function walk(program: Program, from: number, to: number, tables: string[], body: string): string {
  const ks = program.leaves.subarray(from, to);
  const step = ks.length > 1 ? ks[1]! - ks[0]! : 1;
  if (ks.every((k, i) => k === ks[0]! + i * step)) {
    return `for (int i = 0, k = ${ks[0]}; i < ${ks.length}; i++, k += ${step}) ${body}`;
  }
  const table = `t${tables.length}`;
  tables.push(`static const int ${table}[] = {${ks.join(',')}};`);
  return `for (int i = 0; i < ${ks.length}; i++) { int k = ${table}[i]; ${body} }`;
}

/** `join`, which adds a group as the program's adder does. */
function joinSource({ adder: name }: Program, format: FactorFormat): string {
  if (name === null) return '';
  const adder: Adder = ADDERS[name];
  if (adder.joins !== 'as a term' || adder.accumulator !== 'float32') throw new Error(`${name}: there is no C for this adder.`);
  const source = readFileSync(new URL('multi-term-add.c', import.meta.url), 'utf8');
  return `#define F ${adder.fractionBits}\n#define LEAST (${LEAST_EXPONENTS[format]})\n#define RESULT ${adder.resultBits}\n${source}`;
}

/**
 * A program as plain C, one output at a time: `y[j] = …` in the same order, to compare speed and bits.
 * The C program reads raw float32 from standard input, x then W then b, and writes y and the seconds per pass.
 *
 * @param format of x and W, for programs with groups
 */
export function cSource(program: Program, K: number, N: number, format: FactorFormat = 'tf32'): string {
  const tables: string[] = [];
  const body: string[] = [];
  let top = -1;
  for (let at = 0; at < program.ops.length; at += INSTRUCTION) {
    const from = program.ops[at + 1]!;
    const to = program.ops[at + 2]!;
    switch (program.ops[at]) {
      case Code.Start:
      case Code.SaveStart:
        top++;
        body.push(`s[${top}] = x[${program.leaves[from]}] * w[${program.leaves[from]}];`);
        if (to > from + 1) body.push(walk(program, from + 1, to, tables, `s[${top}] += x[k] * w[k];`));
        break;
      case Code.Bias:
      case Code.SaveBias:
        body.push(`s[${++top}] = b;`);
        break;
      case Code.AddPair:
      case Code.AddFusedPair: {
        const [k, m] = [program.leaves[from], program.leaves[from + 1]];
        const first = `x[${k}] * w[${k}]`;
        body.push(`s[${top}] += ${program.ops[at] === Code.AddPair ? `${first} + x[${m}] * w[${m}]` : `fmaf(x[${m}], w[${m}], ${first})`};`);
        break;
      }
      case Code.Add:
        body.push(walk(program, from, to, tables, `s[${top}] += x[k] * w[k];`));
        break;
      case Code.Fma:
        body.push(walk(program, from, to, tables, `s[${top}] = fmaf(x[k], w[k], s[${top}]);`));
        break;
      case Code.AddBias:
        body.push(`s[${top}] += b;`);
        break;
      case Code.Zero:
      case Code.SaveZero:
        body.push(`s[${++top}] = 0;`);
        break;
      case Code.Group: {
        const [first = 0, second = first] = program.leaves.subarray(from, to);
        body.push(`s[${top}] = join(x, w, ${first}, ${second - first}, ${to - from}, s[${top}]);`);
        break;
      }
      case Code.Merge:
        top--;
        body.push(`s[${top}] += s[${top + 1}];`);
        break;
    }
  }
  return `#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
${joinSource(program, format)}
${tables.join('\n')}
static float x[${K}], W[${N * K}], b_[${N}], y[${N}];
__attribute__((noinline)) static float dot(const float *restrict x, const float *restrict w, float b) {
  float s[${program.depth + 1}];
  ${body.join('\n  ')}
  return s[0];
}
int main(int argc, char **argv) {
  if (fread(x, 4, ${K}, stdin) != ${K} || fread(W, 4, ${N * K}, stdin) != ${N * K} || fread(b_, 4, ${N}, stdin) != ${N}) return 2;
  int passes = argc > 1 ? atoi(argv[1]) : 1;
  struct timespec from, to;
  clock_gettime(CLOCK_MONOTONIC, &from);
  for (int p = 0; p < passes; p++) for (int j = 0; j < ${N}; j++) y[j] = dot(x, W + (long)j * ${K}, b_[j]);
  clock_gettime(CLOCK_MONOTONIC, &to);
  fwrite(y, 4, ${N}, stdout);
  fprintf(stderr, "%.9f", ((to.tv_sec - from.tv_sec) + 1e-9 * (to.tv_nsec - from.tv_nsec)) / passes);
  return 0;
}
`;
}
