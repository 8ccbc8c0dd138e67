import type { ParseError, Result } from '../lib/result';
import { fail, ok } from '../lib/result';
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

/** `lanes(8)`, `lanes(8,pairwise)`, `sequential`: the text form of a family, read back by `parseFamily`. */
export function printFamily(spec: FamilySpec): string {
  switch (spec.name) {
    case 'pairwise':
      return `pairwise(${spec.base})`;
    case 'lanes':
      return spec.combine === 'pairwise' ? `lanes(${spec.lanes},pairwise)` : `lanes(${spec.lanes})`;
    case 'blocked':
      return `blocked(${spec.size})`;
    case 'split':
      return `split(${spec.parts})`;
    case 'shuffled':
      return `shuffled(${spec.seed})`;
    default:
      return spec.name;
  }
}

/** The family with this name and parameter. */
export function familyOf(name: FamilyName, parameter: number, combine: 'in-order' | 'pairwise' = 'in-order'): FamilySpec {
  switch (name) {
    case 'pairwise':
      return { name, base: parameter };
    case 'lanes':
      return { name, lanes: parameter, combine };
    case 'blocked':
      return { name, size: parameter };
    case 'split':
      return { name, parts: parameter };
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
  const [, , given, combine] = match;
  const position = text.indexOf('(') + 1;
  const family = FAMILIES[name];
  if (family === null) return given === undefined ? ok(familyOf(name, 0)) : fail({ message: `“${name}” takes no number.`, position });
  if (combine !== undefined && !(name === 'lanes' && (combine === 'pairwise' || combine === 'in-order'))) {
    return fail({ message: `“${name}” has no second setting “${combine}”; only lanes has one, pairwise or in-order.`, position });
  }
  const value = given === undefined ? family.standard : /^\d{1,10}$/.test(given) ? Number(given) : NaN;
  const [least, most] = name === 'shuffled' ? [0, 2 ** 32 - 1] : [1, MAX_PRODUCTS];
  if (!(value >= least && value <= most)) {
    return fail({ message: `The ${family.parameter} of “${name}” is a whole number from ${least} to ${most}, not “${given}”.`, position });
  }
  return ok(familyOf(name, value, combine === 'pairwise' ? 'pairwise' : 'in-order'));
}
