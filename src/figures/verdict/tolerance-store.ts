import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import { createStore } from 'zustand/vanilla';
import type { ToleranceKind } from '../../experiments/suggest-tolerance';
import type { LayerData } from '../../linear/layer';
import type { Dtype } from '../../numerics/dtypes';
import { comparePasted } from '../../pasted/compared-pair';
import type { PastedArrays } from '../../pasted/parse-printout';
import { parsePrintout } from '../../pasted/parse-printout';
import type { PastedArray } from '../../pasted/pasted-array';
import type { ParseError, Result } from '../../lib/result';
import { fail, ok } from '../../lib/result';
import type { ExampleName } from './examples';
import { makeExample } from './examples';

export type SlotName = 'first' | 'second' | 'x' | 'weight';

/** One place to paste into. */
export interface Slot {
  readonly text: string;
  /** Name of what is held without being shown as text: a file, or a text too long to edit. */
  readonly held: string | null;
  readonly arrays: PastedArrays | null;
  readonly problem: ParseError | null;
}

export interface VerdictState {
  readonly slots: Readonly<Record<SlotName, Slot>>;
  /** The last two results that could be compared; what is typed meanwhile does not take them away. */
  readonly pair: readonly [PastedArray, PastedArray];
  /** Why the two that are there now can't be. */
  readonly mismatch: ParseError | null;
  /** Null: the reader doesn't know K. */
  readonly products: number | null;
  /** Null: what the printouts say. */
  readonly dtype: Dtype | null;
  readonly tolerance: ToleranceKind;
  /** The example that is shown, until something of it is changed. */
  readonly example: ExampleName | null;
}

type Options = Pick<VerdictState, 'products' | 'dtype' | 'tolerance'>;

const EMPTY: Slot = { text: '', held: null, arrays: null, problem: null };

function readSlot(text: string): Slot {
  if (text.trim() === '') return { ...EMPTY, text };
  const parsed = parsePrintout(text);
  return { text, held: null, arrays: parsed.ok ? parsed.value : null, problem: parsed.ok ? null : parsed.error };
}

/** The two results that the boxes hold: one each, or both in the first. Null while one is still missing. */
function pairIn(slots: VerdictState['slots']): Result<readonly [PastedArray, PastedArray] | null, ParseError> {
  const { first, second } = slots;
  const inFirst = first.arrays?.length ?? 0;
  const inSecond = second.arrays?.length ?? 0;
  if (inFirst + inSecond > 2) return fail({ message: `There are ${inFirst + inSecond} lists in the two boxes; only two are compared. Empty one box.` });
  const [a, b] = [...(first.arrays ?? []), ...(second.arrays ?? [])];
  if (a === undefined || b === undefined || first.problem || second.problem) return ok(null);
  const compared = comparePasted(a, b, null);
  return compared.ok ? ok([a, b]) : compared;
}

function heldArray(values: Float32Array, shape: readonly number[]): PastedArray {
  return { values: Float64Array.from(values), shape, dtype: 'float32', digits: { kind: 'exact' } };
}

const EXAMPLE_X = 'the example’s x';

function isExamples(x: Slot): boolean {
  return x.held === EXAMPLE_X;
}

function layerSlots(layer: LayerData | null): Pick<VerdictState['slots'], 'x' | 'weight'> {
  if (layer === null) return { x: EMPTY, weight: EMPTY };
  const { inFeatures: K, outFeatures: N } = layer;
  return {
    x: { ...EMPTY, held: EXAMPLE_X, arrays: [heldArray(layer.x, [K])] },
    weight: { ...EMPTY, held: 'the example’s W', arrays: [heldArray(layer.weight, [N, K])] },
  };
}

function exampleState(name: ExampleName): Pick<VerdictState, 'slots' | 'products' | 'dtype' | 'example' | 'mismatch' | 'pair'> {
  const { first, second, products, layer } = makeExample(name);
  const slots = { first: readSlot(first), second: readSlot(second), ...layerSlots(layer) };
  const pair = pairIn(slots);
  if (!pair.ok || pair.value === null) throw new Error('An example can be compared.');
  return { slots, products, dtype: null, example: name, mismatch: null, pair: pair.value };
}

export function createVerdictStore() {
  const store = createStore<VerdictState>(() => ({ ...exampleState('batches'), tolerance: 'likely' }));
  const put = (name: SlotName, slot: Slot): void => {
    const { slots: before, pair: last } = store.getState();
    const typed = { ...before, [name]: slot };
    const pair = pairIn(typed);
    // The example's x and W belong to its numbers; they go when others take their place.
    const isNew = pair.ok && pair.value !== null && (name === 'first' || name === 'second');
    const slots = isNew && isExamples(before.x) ? { ...typed, ...layerSlots(null) } : typed;
    store.setState({ slots, example: null, pair: pair.ok ? (pair.value ?? last) : last, mismatch: pair.ok ? null : pair.error });
  };
  const actions = {
    setText: (name: SlotName, text: string): void => put(name, readSlot(text)),
    /** Takes numbers that are not shown as text. */
    hold: (name: SlotName, held: string, arrays: PastedArrays): void => put(name, { ...EMPTY, held, arrays }),
    /** A file or text that can't be read: said, and what was there stays. */
    refuse: (name: SlotName, problem: ParseError): void => {
      const { slots } = store.getState();
      store.setState({ slots: { ...slots, [name]: { ...slots[name], problem } } });
    },
    clear: (name: SlotName): void => put(name, EMPTY),
    set: (options: Partial<Options>): void => store.setState(options),
    takeExample: (name: ExampleName): void => store.setState(exampleState(name)),
    swap: (): void => {
      const { slots, pair } = store.getState();
      store.setState({ slots: { ...slots, first: slots.second, second: slots.first }, pair: [pair[1], pair[0]], example: null });
    },
  };
  return { store, actions };
}

export type VerdictStore = ReturnType<typeof createVerdictStore>;

/** The same for a reader who may set nothing. */
export function lockedVerdict({ store }: VerdictStore): VerdictStore {
  const nothing = (): void => undefined;
  return { store, actions: { setText: nothing, hold: nothing, refuse: nothing, clear: nothing, set: nothing, takeExample: nothing, swap: nothing } };
}

export const VerdictContext = createContext<VerdictStore | null>(null);

function useVerdictStore(): VerdictStore {
  const found = useContext(VerdictContext);
  if (found === null) throw new Error('No store: wrap the figure in VerdictContext.');
  return found;
}

export function useVerdict<T>(select: (state: VerdictState) => T): T {
  return useStore(useVerdictStore().store as StoreApi<VerdictState>, select);
}

export function useVerdictActions(): VerdictStore['actions'] {
  return useVerdictStore().actions;
}
