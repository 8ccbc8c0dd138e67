import type { AdderName } from '../numerics/group-sizes';
import type { OtherSum } from '../linear/sum-method';
import type { FamilyName, FamilySpec, TreeStyle } from '../orders/families';
import { adderOf, familyOf } from '../orders/family-text';
import type { Order } from '../orders/order';

/** A summation method as a reader writes it: other settings say how a family's products and bias are added. */
export type WrittenMethod =
  | { readonly kind: 'family'; readonly family: FamilySpec }
  | { readonly kind: 'notation'; readonly order: Order }
  | { readonly kind: 'other'; readonly name: OtherSum };

/** A summation method for any K, resolved to an order once K is known. */
export type MethodSpec = Exclude<WrittenMethod, { kind: 'family' }> | ({ readonly kind: 'family'; readonly family: FamilySpec } & TreeStyle);

export function familyMethod(name: FamilyName, parameter = 0): WrittenMethod {
  return { kind: 'family', family: familyOf(name, parameter) };
}

/** The adders that add up some of these sums. */
export function addersOf(methods: readonly WrittenMethod[]): AdderName[] {
  return methods.flatMap((method) => (method.kind === 'family' ? (adderOf(method.family) ?? []) : []));
}

/** Completes the method with the style that a family leaves open. */
export function styled(method: WrittenMethod, style: TreeStyle): MethodSpec {
  return method.kind === 'family' ? { ...method, ...style } : method;
}
