import type { OtherSum, SumMethod } from '../linear/sum-method';
import type { BiasPlace, FamilySpec } from '../orders/families';
import { makeFamily } from '../orders/families';
import { printFamily } from '../orders/family-text';
import { orderKey } from '../orders/order-key';
import { parseOrder } from '../orders/parse-order';
import { printOrder } from '../orders/print-order';
import type { ParseError, Result } from '../lib/result';
import { fail, ok } from '../lib/result';

/** How to add up, in words that fit any K: resolved to an order once K is known. */
export type MethodSpec =
  | { readonly kind: 'family'; readonly family: FamilySpec; readonly fused: boolean; readonly bias: BiasPlace }
  | { readonly kind: 'notation'; readonly text: string }
  | { readonly kind: 'other'; readonly name: OtherSum };

/** The method for K products. A layer without bias drops a family's bias place; one with a bias needs one. */
export function resolveMethod(spec: MethodSpec, K: number, hasBias: boolean): Result<SumMethod, ParseError> {
  if (spec.kind === 'other') return ok({ kind: 'other', name: spec.name });
  if (spec.kind === 'notation') {
    const order = parseOrder(spec.text, { products: K, bias: hasBias });
    return order.ok ? ok({ kind: 'order', order: order.value }) : order;
  }
  if (hasBias && spec.bias === 'none') {
    return fail({ message: `This layer has a bias, and “${printFamily(spec.family)}” is not told where to add it.` });
  }
  const order = makeFamily(spec.family, K, { fused: spec.fused, bias: hasBias ? spec.bias : 'none' });
  return ok({ kind: 'order', order });
}

/** The method in a word or in the notation: `kahan`, `0..191 + b + (192..383)`. */
export function methodText(method: SumMethod): string {
  return method.kind === 'order' ? printOrder(method.order) : method.name;
}

/** Equal for two methods exactly if they give the same bits on all inputs by construction; names a colour. */
export function methodKey(method: SumMethod): string {
  return method.kind === 'order' ? orderKey(method.order) : method.name;
}
