import type { NumberFormat } from '../linear/layer';
import { factorsOf } from '../linear/number-formats';
import type { AdderName } from '../numerics/group-sizes';
import { productsPerStep } from '../numerics/group-sizes';
import { ON_ADDERS } from '../orders/family-text';
import { onAdder } from '../orders/on-adder';
import type { WrittenMethod } from './method-spec';
import { familyMethod, refusedFormat } from './method-spec';

/** The formats of tensor cores, the most usual first. */
const FORMATS: readonly NumberFormat[] = ['bfloat16', 'float16', 'tf32', 'float8_e4m3', 'float8_e5m2'];

/** A format of numbers that all these methods can add up: the given one if they can; if there is none, the given one, too. */
export function formatFor(methods: readonly WrittenMethod[], format: NumberFormat): NumberFormat {
  const fits = (one: NumberFormat): boolean => methods.every((method) => refusedFormat(method, one) === null);
  return fits(format) ? format : (FORMATS.find(fits) ?? format);
}

/**
 * The method with its products added up by an adder, or, for null, by ordinary additions. Null if it can't be: its products don't
 * follow each other along K, or it is written in the notation and groups them or does not.
 *
 * @param format of the numbers; one that the adder takes
 */
export function putOnAdder(method: WrittenMethod, adder: AdderName | null, format: NumberFormat): WrittenMethod | null {
  if (method.kind === 'family') {
    const { family } = method;
    const parameter = family.name === 'blocked' ? family.size : family.name === 'split' ? family.parts : 0;
    if (ON_ADDERS.includes(family.name)) return familyMethod(family.name, parameter, adder);
    return adder === null ? method : null;
  }
  const isPlain = method.kind === 'other' || method.order.adder === null;
  if (adder === null) return isPlain ? method : null;
  const size = productsPerStep(adder, factorsOf(format));
  return isPlain || size === null ? null : { kind: 'notation', order: onAdder(method.order, adder, size) };
}

/** Whether an adder can add up its products. */
export function canStandOnAdder(method: WrittenMethod): boolean {
  if (method.kind === 'family') return ON_ADDERS.includes(method.family.name);
  return method.kind === 'notation' && method.order.adder !== null;
}
