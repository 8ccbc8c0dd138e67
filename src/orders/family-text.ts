import type { ParseError, Result } from '../lib/result';
import { fail, ok } from '../lib/result';
import type { AdderName } from '../numerics/group-sizes';
import { parseAdder } from '../numerics/adder-text';
import type { FamilyName, FamilySpec } from './families';
import { MAX_PRODUCTS } from './order';

/** Name and default value of each family's parameter; null if it has none. */
export const FAMILIES: Readonly<Record<FamilyName, { readonly parameter: string; readonly standard: number } | null>> = {
  sequential: null,
  reverse: null,
  pairwise: { parameter: 'longest run', standard: 8 },
  lanes: { parameter: 'lanes', standard: 4 },
  blocked: { parameter: 'block size', standard: 192 },
  split: { parameter: 'parts', standard: 4 },
  shuffled: { parameter: 'seed', standard: 1 },
};

export const FAMILY_NAMES = Object.keys(FAMILIES) as FamilyName[];

/** Families whose stretches an adder can add up. */
export const ON_ADDERS: readonly FamilyName[] = ['sequential', 'blocked', 'split'];

/** The adder of a family; null for ordinary additions. */
export function adderOf(spec: FamilySpec): AdderName | null {
  return 'adder' in spec ? (spec.adder ?? null) : null;
}

/** `lanes(8)`, `lanes(8,pairwise)`, `sequential`, `sequential(h100)`, `split(4,h100)`: the text form of a family, read back by `parseFamily`. */
export function printFamily(spec: FamilySpec): string {
  const adder = adderOf(spec);
  switch (spec.name) {
    case 'sequential':
      return adder === null ? 'sequential' : `sequential(${adder})`;
    case 'pairwise':
      return `pairwise(${spec.base})`;
    case 'lanes':
      return spec.combine === 'pairwise' ? `lanes(${spec.lanes},pairwise)` : `lanes(${spec.lanes})`;
    case 'blocked':
      return adder === null ? `blocked(${spec.size})` : `blocked(${spec.size},${adder})`;
    case 'split':
      return adder === null ? `split(${spec.parts})` : `split(${spec.parts},${adder})`;
    case 'shuffled':
      return `shuffled(${spec.seed})`;
    default:
      return spec.name;
  }
}

/** The family with this name, parameter and, if its stretches can be on one, adder. */
export function familyOf(name: FamilyName, parameter: number, combine: 'in-order' | 'pairwise' = 'in-order', adder: AdderName | null = null): FamilySpec {
  const on = adder === null ? {} : { adder };
  switch (name) {
    case 'sequential':
      return { name, ...on };
    case 'pairwise':
      return { name, base: parameter };
    case 'lanes':
      return { name, lanes: parameter, combine };
    case 'blocked':
      return { name, size: parameter, ...on };
    case 'split':
      return { name, parts: parameter, ...on };
    case 'shuffled':
      return { name, seed: parameter };
    default:
      return { name };
  }
}

/** Reads the text form of a family. White space is ignored; a missing parameter takes its default. */
export function parseFamily(text: string): Result<FamilySpec, ParseError> {
  const match = /^\s*([a-z]+)\s*(?:\(\s*([^,()]*?)\s*(?:,\s*([^()]*?)\s*)?\)\s*)?$/.exec(text.slice(0, 200));
  const name = FAMILY_NAMES.find((known) => known === match?.[1]);
  if (match === null || name === undefined) {
    return fail({ message: `No order is called “${text.trim().slice(0, 30)}”; there are ${FAMILY_NAMES.join(', ')}.`, position: 0 });
  }
  const [, , given, second] = match;
  const position = text.indexOf('(') + 1;
  const family = FAMILIES[name];
  if (family === null) {
    if (given === undefined) return ok(familyOf(name, 0));
    if (name !== 'sequential' || second !== undefined || /^-?\d*$/.test(given)) return fail({ message: `“${name}” takes no number.`, position });
    return onAdder(name, 0, given, position);
  }
  const value = given === undefined ? family.standard : /^\d{1,10}$/.test(given) ? Number(given) : NaN;
  const [least, most] = name === 'shuffled' ? [0, 2 ** 32 - 1] : [1, MAX_PRODUCTS];
  if (!(value >= least && value <= most)) {
    return fail({ message: `The ${family.parameter} of “${name}” is a whole number from ${least} to ${most}, not “${given}”.`, position });
  }
  if (second === undefined) return ok(familyOf(name, value));
  if (ON_ADDERS.includes(name)) return onAdder(name, value, second, text.indexOf(',') + 1);
  if (name === 'lanes' && (second === 'pairwise' || second === 'in-order')) return ok(familyOf(name, value, second));
  return fail({ message: `“${name}” has no second setting “${second}”; lanes has one, pairwise or in-order; blocked and split take an adder.`, position });
}

function onAdder(name: FamilyName, parameter: number, text: string, position: number): Result<FamilySpec, ParseError> {
  const adder = parseAdder(text);
  return adder.ok ? ok(familyOf(name, parameter, 'in-order', adder.value)) : fail({ ...adder.error, position });
}
