import type { Dtype } from '../numerics/dtypes';
import type { ParseError } from '../lib/result';

/** A parsed list or call; its numbers are a range of the scanner's. */
export interface Node {
  readonly kind: 'call' | 'list' | 'tuple';
  /** Name of the call. */
  readonly name: string;
  readonly at: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
  readonly shape: readonly number[];
  /** For each length, how many entries precede a “...”; null without one. */
  readonly heads: readonly (number | null)[];
  readonly of: readonly number[] | null;
  readonly dtype: Dtype | null;
  /** A power of ten to multiply all numbers by: “e-02”. */
  readonly scale: string;
  /** Its object key or argument name. */
  readonly key: string;
}

/** An open bracket; `call` says what precedes it. */
export interface Frame {
  readonly open: '[' | '(' | '{';
  readonly call: 'none' | 'array' | 'other';
  readonly name: string;
  /** Where its name begins, if it has one, and where the bracket is. */
  readonly at: number;
  readonly bracketAt: number;
  readonly from: number;
  readonly children: Node[];
  numbers: number;
  head: number | null;
  /** An argument name, or an object key. */
  key: string;
  /** Whether what follows belongs to a named argument without data: dtype, device, grad_fn. */
  isArgument: boolean;
  dtype: Dtype | null;
  /** The call around each of its single numbers: [np.float32(0.1), …]. */
  scalars: string;
  of: readonly number[] | null;
  scale: string;
  /** A comma or the beginning was seen last, not a number. */
  sawComma: boolean;
  truths: number;
  /** Whether the offending entry is a number of another kind. */
  isMeant: boolean;
  bad: ParseError | null;
}

const CLOSE = { '[': ']', '(': ')', '{': '}' } as const;

export function closes(frame: Frame, sign: string): boolean {
  return CLOSE[frame.open] === sign;
}

/** Calls that denote an array, or a number with its type. */
const ARRAY_CALL = /(?:^|\.)(?:tensor|array|Tensor|Array|DeviceArray|ArrayImpl|EagerTensor|Parameter|Variable|ndarray|matrix|masked_array|approx|b?float\d{0,2}|half|double)$/;
/** The same in code; in printouts, no module name precedes it. */
const CODE_CALL = /^(?:torch|np|numpy|jnp|jax\.numpy|mx|mx\.core|tf|cp|cupy)\.(?:tensor|array|Tensor|ndarray)$/;

export function isArrayCall(name: string): boolean {
  return ARRAY_CALL.test(name);
}

export function isCodeCall(name: string): boolean {
  return CODE_CALL.test(name) && name !== 'tf.Tensor';
}

/** The type that a text such as `dtype=torch.float16` names. */
export function dtypeNamed(text: string): Dtype | null {
  const found = /bfloat16|float16|float32|float64|\bhalf\b|\bdouble\b|\bHalf|\bDouble/.exec(text)?.[0]?.toLowerCase();
  return found === 'half' ? 'float16' : found === 'double' ? 'float64' : ((found as Dtype | undefined) ?? null);
}
