import { PROMOTED_EVERY } from '../../experiments/promoted-every';
import type { FamilyName } from '../../orders/families';
import type { AdderName } from '../../numerics/group-sizes';
import { adderOf, familyOf, FAMILIES } from '../../orders/family-text';
import type { OtherSum } from '../../linear/sum-method';
import type { WrittenMethod } from '../../experiments/method-spec';
import type { SelectOption } from '../../ui/select-field';

/** Families with their products added up by a tensor core, and what they are to begin with. */
const GPU_FAMILIES = {
  chain: { family: 'sequential', parameter: 0, adder: 'h100' },
  'split-k': { family: 'split', parameter: 4, adder: 'h100' },
  promoted: { family: 'blocked', parameter: PROMOTED_EVERY, adder: 'h100-fp8' },
} as const satisfies Readonly<Record<string, { readonly family: FamilyName; readonly parameter: number; readonly adder: AdderName }>>;

type GpuName = keyof typeof GPU_FAMILIES;

/** A method's name in the list; `lanes` is listed twice, for its two ways to join the lanes, and so is what a tensor core can add up. */
export type MethodName = FamilyName | 'lanes-pairwise' | GpuName | OtherSum | 'notation';

const TREE_NAMES: Readonly<Record<FamilyName | 'lanes-pairwise', string>> = {
  sequential: 'one by one',
  reverse: 'reverse',
  pairwise: 'pairwise',
  lanes: 'lanes, in order',
  'lanes-pairwise': 'lanes, pairwise',
  blocked: 'blocked along K',
  split: 'split along K (threads)',
  shuffled: 'shuffled',
};

const GPU_NAMES: Readonly<Record<GpuName, string>> = {
  chain: 'one chain along K',
  'split-k': 'split-K',
  promoted: 'promoted blocks',
};

const OTHER_NAMES: Readonly<Record<OtherSum, string>> = {
  ascending: 'ascending by size',
  descending: 'descending by size',
  kahan: 'Kahan',
  neumaier: 'Neumaier',
  float64: 'float64',
  exact: 'exact, rounded once',
};

/** The list’s group for what a tensor core adds up. */
const ON_TENSOR_CORES = 'On a tensor core';

/** The list’s group for every `OtherSum`. */
export const NOT_TREES = 'Sums that are not trees';

const OTHER_SUMS = Object.keys(OTHER_NAMES) as OtherSum[];

/** Families and other sums take any K; an order in the notation takes one K. */
export const ANY_K_OPTIONS: readonly SelectOption<MethodName>[] = [
  ...Object.entries(TREE_NAMES).map(([value, label]) => ({ value: value as MethodName, label, group: 'Summation trees' })),
  ...Object.entries(GPU_NAMES).map(([value, label]) => ({ value: value as MethodName, label, group: ON_TENSOR_CORES })),
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
  const adder = adderOf(family);
  const onGpu = (Object.keys(GPU_FAMILIES) as GpuName[]).find((gpu) => adder !== null && GPU_FAMILIES[gpu].family === family.name);
  const name = onGpu ?? (family.name === 'lanes' && family.combine === 'pairwise' ? 'lanes-pairwise' : family.name);
  const label = FAMILIES[family.name]?.parameter;
  const value = parameterOf(family);
  return { name, adder, parameter: label === undefined || value === null ? null : { label, value, min: family.name === 'shuffled' ? 0 : 1 } };
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

/** The method of that name, with this parameter or the default one; one of a tensor core's on this adder or the usual one. */
export function methodNamed(name: Exclude<MethodName, 'notation'>, parameter?: number, adder: AdderName | null = null): Exclude<WrittenMethod, { kind: 'notation' }> {
  const other = OTHER_SUMS.find((sum) => sum === name);
  if (other !== undefined) return { kind: 'other', name: other };
  if (name in GPU_FAMILIES) {
    const usual = GPU_FAMILIES[name as GpuName];
    return { kind: 'family', family: familyOf(usual.family, parameter ?? usual.parameter, 'in-order', adder ?? usual.adder) };
  }
  const family = (name === 'lanes-pairwise' ? 'lanes' : name) as FamilyName;
  return { kind: 'family', family: familyOf(family, parameter ?? FAMILIES[family]?.standard ?? 0, name === 'lanes-pairwise' ? 'pairwise' : 'in-order') };
}
