import type { AdderName } from '../numerics/group-sizes';
import { refusedFactors } from '../numerics/adder-text';
import type { NumberFormat } from '../linear/layer';
import { factorsOf } from '../linear/number-formats';
import type { OtherSum } from '../linear/sum-method';
import type { FamilyName, FamilySpec, TreeStyle } from '../orders/families';
import { adderOf, familyOf } from '../orders/family-text';
import { adderMisfit } from '../orders/adder-misfit';
import type { Order } from '../orders/order';

/** A summation method as a reader writes it: other settings say how a family's products and bias are added. */
export type WrittenMethod =
  | { readonly kind: 'family'; readonly family: FamilySpec }
  | { readonly kind: 'notation'; readonly order: Order }
  | { readonly kind: 'other'; readonly name: OtherSum };

/** What a family leaves open, but for the format of the numbers, which is the layer's. */
export type MethodStyle = Omit<TreeStyle, 'factors'>;

/** A summation method for any K, resolved to an order once K and the format of the numbers are known. */
export type MethodSpec = Exclude<WrittenMethod, { kind: 'family' }> | ({ readonly kind: 'family'; readonly family: FamilySpec } & MethodStyle);

export function familyMethod(name: FamilyName, parameter = 0, adder: AdderName | null = null): WrittenMethod {
  return { kind: 'family', family: familyOf(name, parameter, 'in-order', adder) };
}

/** What adds up some of its products; null for ordinary additions alone. */
export function adderOfMethod(method: WrittenMethod): AdderName | null {
  if (method.kind === 'other') return null;
  return method.kind === 'family' ? adderOf(method.family) : method.order.adder;
}

/** The adders that add up some of these sums. */
export function addersOf(methods: readonly WrittenMethod[]): AdderName[] {
  return methods.flatMap((method) => adderOfMethod(method) ?? []);
}

/** Why a method can't add up products of numbers in this format, in a sentence; null if it can. Of float32, adders take TF32. */
export function refusedFormat(method: WrittenMethod, format: NumberFormat): string | null {
  const adder = adderOfMethod(method);
  if (adder === null) return null;
  if (format === 'float64') return `${adder} takes no float64.`;
  return method.kind === 'notation' ? adderMisfit(method.order, factorsOf(format)) : refusedFactors(adder, factorsOf(format));
}

/** Completes the method with the style that a family leaves open. */
export function styled(method: WrittenMethod, style: MethodStyle): MethodSpec {
  return method.kind === 'family' ? { ...method, ...style } : method;
}
