import type { AdderName } from '../numerics/group-sizes';
import type { Order } from './order';
import { groupSizeOf, Op, opOf, STEP } from './order';

/**
 * What the kernel runs: an order as instructions on one accumulator and a small stack, its products in an index table.
 *
 * Instructions are three int32, [op, from, to): products leaves[from … to−1].
 *
 * | op           | does                                                                                        |
 * | ------------ | ------------------------------------------------------------------------------------------- |
 * | Start        | take the first product, rounded, then add the others of the run, each rounded                |
 * | SaveStart    | save the accumulator, then the same                                                         |
 * | Bias         | take the bias                                                                               |
 * | SaveBias     | save the accumulator, then take the bias                                                    |
 * | Add          | add each product, rounded                                                                   |
 * | Fma          | join each product by a fused multiply-add                                                   |
 * | AddPair      | add the sum of two products: like SaveStart and Merge, but saves no accumulator              |
 * | AddFusedPair | the same, the second product joined to the first by a fused multiply-add                     |
 * | AddBias      | add the bias                                                                                |
 * | Merge        | add the accumulator saved last                                                              |
 * | Zero         | take zero, for groups to join                                                               |
 * | SaveZero     | save the accumulator, then take zero                                                        |
 * | Group        | join all products in one addition of several terms, the adder's                             |
 */
export interface Program {
  readonly ops: Int32Array;
  readonly leaves: Int32Array;
  /** Accumulators saved at once: at most about log₂K. */
  readonly depth: number;
  readonly products: number;
  readonly bias: boolean;
  /** What adds the groups; null if there are none. */
  readonly adder: AdderName | null;
}

export const Code = { Start: 0, SaveStart: 1, Bias: 2, SaveBias: 3, Add: 4, Fma: 5, AddPair: 6, AddFusedPair: 7, AddBias: 8, Merge: 9, Zero: 10, SaveZero: 11, Group: 12 } as const;

/** Int32 values per instruction in `Program.ops`. */
export const INSTRUCTION = 3;

/** A finished partial sum: the steps from `begin`, and the number of accumulators it needs. */
interface Span {
  begin: number;
  need: number;
}

/** A stretch of steps to write: a whole partial sum, or steps that continue the current accumulator. */
type Task = { readonly kind: 'sum' | 'steps'; readonly begin: number; readonly end: number } | 'merge';

/** Whether a step begins a partial sum. */
function isStart(op: number): boolean {
  return op === Op.Start || op === Op.StartFused || op === Op.StartBias || op === Op.StartGroups;
}

/** For each Merge, by step: where its operands begin, and whether the right one is evaluated first. */
interface Merges {
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly rightFirst: Uint8Array;
  readonly depth: number;
}

function planMerges({ steps }: Order): Merges {
  const size = steps.length / STEP;
  const left = new Int32Array(size);
  const right = new Int32Array(size);
  const rightFirst = new Uint8Array(size);
  const spans: Span[] = [];
  for (let at = 0; at < steps.length; at += STEP) {
    const op = opOf(steps[at]!);
    if (isStart(op)) spans.push({ begin: at, need: 1 });
    if (op !== Op.Merge) continue;
    const added = spans.pop()!;
    const sum = spans[spans.length - 1]!;
    left[at / STEP] = sum.begin;
    right[at / STEP] = added.begin;
    if (isSingle(steps, sum.begin, added.begin)) sum.need = added.need;
    else {
      rightFirst[at / STEP] = added.need > sum.need ? 1 : 0;
      sum.need = added.need === sum.need ? sum.need + 1 : Math.max(sum.need, added.need);
    }
  }
  return { left, right, rightFirst, depth: (spans[0]?.need ?? 1) - 1 };
}

/** Whether the steps are a lone product or the bias: such an operand needs no accumulator of its own. A group does. */
function isSingle(steps: Int32Array, begin: number, end: number): boolean {
  return end - begin === STEP && (steps[begin] === Op.StartBias || (steps[begin + 3] === 1 && groupSizeOf(steps[begin]!) === 0));
}

/**
 * Compiles an order. The tree stays the same, but if two operands need different numbers of accumulators, the needier
 * one is evaluated first (Sethi and Ullman 1970). IEEE addition commutes, so no bit changes, and a chain of brackets K
 * deep runs on one accumulator. Linear in K, no recursion.
 */
export function compile(order: Order): Program {
  const { steps } = order;
  const merges = planMerges(order);
  const out = new ProgramWriter(order);
  const work: Task[] = steps.length > 0 ? [{ kind: 'sum', begin: 0, end: steps.length }] : [];
  for (let task = work.pop(); task !== undefined; task = work.pop()) {
    if (task === 'merge') {
      out.merge();
      continue;
    }
    const { kind, begin, end } = task;
    if (kind === 'steps') {
      for (let at = begin; at < end; at += STEP) out.step(at);
      continue;
    }
    // A sum is a left operand, a right operand, Merge and further steps, or just steps.
    let at = end - STEP;
    while (at > begin && steps[at] !== Op.Merge) at -= STEP;
    if (at === begin) {
      for (; at < end; at += STEP) out.step(at);
      continue;
    }
    const middle = merges.right[at / STEP]!;
    const left: Task = { kind: 'sum', begin: merges.left[at / STEP]!, end: middle };
    const right: Task = { kind: 'sum', begin: middle, end: at };
    if (at + STEP < end) work.push({ kind: 'steps', begin: at + STEP, end });
    if (isSingle(steps, left.begin, left.end)) {
      work.push({ kind: 'steps', begin: left.begin, end: left.end }, right);
      out.singles.add(left.begin);
    } else if (merges.rightFirst[at / STEP] === 1) work.push('merge', left, right);
    else work.push('merge', right, left);
  }
  return out.program(merges.depth);
}

/** Writes instructions, coalescing neighbours of the same kind. */
class ProgramWriter {
  /** Start steps that are added to the accumulator instead of starting one. */
  readonly singles = new Set<number>();
  private readonly ops: number[] = [];
  private readonly leaves: Int32Array;
  private written = 0;
  private holding = false;

  constructor(private readonly order: Order) {
    this.leaves = new Int32Array(order.products);
  }

  merge(): void {
    const last = this.ops.length - INSTRUCTION;
    const before = last - INSTRUCTION;
    if (this.ops[last] === Code.SaveStart && this.productsAt(last) === 2) this.ops[last] = Code.AddPair;
    else if (this.ops[last] === Code.Fma && this.productsAt(last) === 1 && this.ops[before] === Code.SaveStart && this.productsAt(before) === 1) {
      this.ops.splice(before, 2 * INSTRUCTION, Code.AddFusedPair, this.ops[before + 1]!, this.ops[last + 2]!);
    } else this.ops.push(Code.Merge, 0, 0);
  }

  private productsAt(at: number): number {
    return this.ops[at + 2]! - this.ops[at + 1]!;
  }

  step(at: number): void {
    const { steps } = this.order;
    const op = opOf(steps[at]!);
    const starts = !this.singles.has(at) && isStart(op);
    const saves = starts && this.holding;
    if (starts) this.holding = true;
    if (op === Op.StartBias || op === Op.AddBias) {
      this.ops.push(!starts ? Code.AddBias : saves ? Code.SaveBias : Code.Bias, 0, 0);
      return;
    }
    const from = this.written;
    const size = groupSizeOf(steps[at]!);
    for (let i = 0; i < steps[at + 3]!; i++) this.leaves[this.written++] = steps[at + 1]! + i * steps[at + 2]!;
    if (size > 0) {
      if (starts) this.ops.push(saves ? Code.SaveZero : Code.Zero, 0, 0);
      for (let group = from; group < this.written; group += size) this.ops.push(Code.Group, group, Math.min(group + size, this.written));
      return;
    }
    if (starts) this.ops.push(saves ? Code.SaveStart : Code.Start, from, from + 1);
    const rest = starts ? from + 1 : from;
    if (rest < this.written) this.go(op === Op.StartFused || op === Op.AddFused ? Code.Fma : Code.Add, rest);
  }

  /** Writes an instruction for the products written last, or extends the instruction before if it is of the same kind. */
  private go(code: typeof Code.Fma | typeof Code.Add, from: number): void {
    const last = this.ops.length - INSTRUCTION;
    const before = this.ops[last];
    if (before === code || (code === Code.Add && (before === Code.Start || before === Code.SaveStart))) this.ops[last + 2] = this.written;
    else this.ops.push(code, from, this.written);
  }

  program(depth: number): Program {
    const { products, bias, adder } = this.order;
    return { ops: Int32Array.from(this.ops), leaves: this.leaves, depth, products, bias, adder };
  }
}

const programs = new WeakMap<Order, Program>();

/** The program of an order, compiled once per order. */
export function programOf(order: Order): Program {
  let program = programs.get(order);
  if (program === undefined) {
    program = compile(order);
    programs.set(order, program);
  }
  return program;
}
