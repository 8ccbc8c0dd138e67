import type { ParseError, Result } from '../lib/result';
import { fail, ok } from '../lib/result';
import type { NumberFormat } from '../linear/layer';
import { factorsOf } from '../linear/number-formats';
import type { SumMethod } from '../linear/sum-method';
import { makeFamily } from '../orders/families';
import { printFamily } from '../orders/family-text';
import { misfit } from '../orders/misfit';
import { orderKey } from '../orders/order-key';
import { printWrittenOrder } from '../orders/print-order';
import type { MethodSpec } from './method-spec';
import { refusedFormat } from './method-spec';

/**
 * The method for K products of numbers in a format, which its adder, if it has one, must take. A layer without bias drops a
 * family's bias position; one with a bias needs one.
 */
export function resolveMethod(spec: MethodSpec, K: number, hasBias: boolean, format: NumberFormat): Result<SumMethod, ParseError> {
  const refused = refusedFormat(spec, format);
  if (refused !== null) return fail({ message: refused });
  if (spec.kind === 'other') return ok({ kind: 'other', name: spec.name });
  if (spec.kind === 'notation') {
    const problem = misfit(spec.order, K, hasBias);
    return problem === null ? ok({ kind: 'order', order: spec.order }) : fail({ message: problem });
  }
  if (hasBias && spec.bias === 'none') {
    return fail({ message: `This layer has a bias, and “${printFamily(spec.family)}” is not told where to add it.` });
  }
  return ok({ kind: 'order', order: makeFamily(spec.family, K, { fused: spec.fused, bias: hasBias ? spec.bias : 'none', factors: factorsOf(format) }) });
}

/** The method as a word or in the notation, with its adder: `kahan`, `0..191 + b + (192..383)`, `{0..383}*16 + b @ h100`. */
export function methodText(method: SumMethod): string {
  return method.kind === 'order' ? printWrittenOrder(method.order) : method.name;
}

/** Equal for two methods exactly if they give the same bits on all inputs by construction; determines the colour. */
export function methodKey(method: SumMethod): string {
  return method.kind === 'order' ? orderKey(method.order) : method.name;
}
