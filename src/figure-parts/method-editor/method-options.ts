import type { FamilyName } from '../../orders/families';
import type { AdderName } from '../../numerics/group-sizes';
import { adderOf, familyOf, FAMILIES } from '../../orders/family-text';
import type { OtherSum } from '../../linear/sum-method';
import type { WrittenMethod } from '../../experiments/method-spec';
import type { SelectOption } from '../../ui/select-field';

/** A method's name in the list; `lanes` is listed twice, for its two ways to join the lanes. */
export type MethodName = FamilyName | 'lanes-pairwise' | OtherSum | 'notation';

const TREE_NAMES: Readonly<Record<FamilyName | 'lanes-pairwise', string>> = {
  sequential: 'sequential',
  reverse: 'reverse',
  pairwise: 'pairwise',
  lanes: 'lanes, in order',
  'lanes-pairwise': 'lanes, pairwise',
  blocked: 'blocked along K',
  split: 'split along K (threads)',
  shuffled: 'shuffled',
};

const OTHER_NAMES: Readonly<Record<OtherSum, string>> = {
  ascending: 'ascending by size',
  descending: 'descending by size',
  kahan: 'Kahan',
  neumaier: 'Neumaier',
  float64: 'float64',
  exact: 'exact, rounded once',
};

/** The list’s group for every `OtherSum`. */
export const NOT_TREES = 'Sums that are not trees';

const OTHER_SUMS = Object.keys(OTHER_NAMES) as OtherSum[];

/** Families and other sums take any K; an order in the notation takes one K. */
export const ANY_K_OPTIONS: readonly SelectOption<MethodName>[] = [
  ...Object.entries(TREE_NAMES).map(([value, label]) => ({ value: value as MethodName, label, group: 'Summation trees' })),
  ...OTHER_SUMS.map((value) => ({ value: value as MethodName, label: OTHER_NAMES[value], group: NOT_TREES })),
];

export const ALL_OPTIONS: readonly SelectOption<MethodName>[] = [...ANY_K_OPTIONS, { value: 'notation', label: 'written in the notation', group: 'Your own' }];

/** A method split up for its controls. */
export interface MethodParts {
  readonly name: MethodName;
  /** What adds up its products; null for ordinary additions. */
  readonly adder: AdderName | null;
  /** Null if the method has none. */
  readonly parameter: { readonly label: string; readonly value: number; readonly min: number } | null;
}

export function methodParts(method: WrittenMethod): MethodParts {
  if (method.kind === 'notation') return { name: 'notation', adder: null, parameter: null };
  if (method.kind === 'other') return { name: method.name, adder: null, parameter: null };
  const { family } = method;
  const name = family.name === 'lanes' && family.combine === 'pairwise' ? 'lanes-pairwise' : family.name;
  const label = FAMILIES[family.name]?.parameter;
  const value = parameterOf(family);
  return { name, adder: adderOf(family), parameter: label === undefined || value === null ? null : { label, value, min: family.name === 'shuffled' ? 0 : 1 } };
}

function parameterOf(family: ReturnType<typeof familyOf>): number | null {
  switch (family.name) {
    case 'pairwise':
      return family.base;
    case 'lanes':
      return family.lanes;
    case 'blocked':
      return family.size;
    case 'split':
      return family.parts;
    case 'shuffled':
      return family.seed;
    default:
      return null;
  }
}

/** The method of that name, with this parameter or the default one, on this adder. */
export function methodNamed(name: Exclude<MethodName, 'notation'>, parameter?: number, adder: AdderName | null = null): Exclude<WrittenMethod, { kind: 'notation' }> {
  const other = OTHER_SUMS.find((sum) => sum === name);
  if (other !== undefined) return { kind: 'other', name: other };
  const family = (name === 'lanes-pairwise' ? 'lanes' : name) as FamilyName;
  return { kind: 'family', family: familyOf(family, parameter ?? FAMILIES[family]?.standard ?? 0, name === 'lanes-pairwise' ? 'pairwise' : 'in-order', adder) };
}
