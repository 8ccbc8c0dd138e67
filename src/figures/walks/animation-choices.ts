import type { ColumnOrder } from '../../linear/sum-method';
import { orderKey } from '../../orders/order-key';
import { PATTERNS, patternOrder } from '../../orders/patterns';
import type { GalleryEntry } from '../../recordings/gallery-entry';
import { formatsText, libraryInBrackets } from '../../recordings/library-text';
import type { RecordedOperation } from '../../recordings/recording';
import { firstRow, isFloat32 } from '../../recordings/recording';
import { isUserRecordingName } from '../../recordings/user-recording-name';
import type { FigureValues } from '../../share/figure-settings';
import type { NamedRecording } from '../../figure-parts/gallery/use-recordings';
import type { OrderMark } from '../../charts/order-mark';
import { orderMarks } from '../../figure-parts/order-colours';
import { marked } from '../../figure-parts/recording-title';

/** One batch size of a layer. */
export interface AnimatedCall {
  readonly batch: number;
  /** The row of the call whose sums are shown. */
  readonly row: number;
  readonly parts: readonly ColumnOrder[];
}

/** A layer whose orders were recorded, or carried over from a recorded layer (modelled). */
export interface AnimatedLayer {
  /** K */
  readonly products: number;
  /** N */
  readonly outputs: number;
  /** Of x and W. */
  readonly format: RecordedOperation['dtype'];
  readonly provenance: 'recorded' | 'modelled';
  readonly calls: readonly AnimatedCall[];
}

export interface AnimatedLibrary {
  /** The name of its largest recording. */
  readonly id: string;
  /** The names of all its recordings. */
  readonly names: readonly string[];
  readonly label: string;
}

/** The K that recorded patterns are carried over to: one small enough to number every product, one of a block and a bit. */
const MODELLED = [64, 256];

/** A recording's calls, as they sum the first recorded row. */
function recordedCalls({ recording }: NamedRecording): AnimatedCall[] {
  return recording.calls.map((call) => ({ batch: call.batch, row: firstRow(call), parts: call.classes[0]?.plan ?? [] }));
}

function modelledLayers({ name, recording }: NamedRecording): AnimatedLayer[] {
  const pattern = PATTERNS.find((one) => one.recording === name);
  if (pattern === undefined) return [];
  const { outFeatures, bias, dtype } = recording.operation;
  return MODELLED.map((products) => ({
    products,
    outputs: outFeatures,
    format: dtype,
    provenance: 'modelled',
    calls: pattern.thresholds.map(({ from }) => ({ batch: from, row: 0, parts: [{ columns: [[0, outFeatures - 1]], order: patternOrder(pattern, from, products, bias) }] })),
  }));
}

/** The libraries of a list of recordings. */
export function animatedLibraries(entries: readonly GalleryEntry[]): AnimatedLibrary[] {
  const libraries = new Map<string, GalleryEntry[]>();
  for (const entry of entries) {
    const key = JSON.stringify([entry.library, entry.machine, entry.dtype, entry.output, isUserRecordingName(entry.name)]);
    libraries.set(key, [...(libraries.get(key) ?? []), entry]);
  }
  return [...libraries.values()].map((its) => {
    const { name, library, machine, ...formats } = its.reduce((largest, one) => (one.inFeatures * one.outFeatures > largest.inFeatures * largest.outFeatures ? one : largest));
    return { id: name, names: its.map((one) => one.name), label: marked(name, libraryInBrackets(library, isFloat32(formats) ? '' : formatsText(formats), machine.gpu ?? (machine.threads === 1 ? '' : `${machine.threads} threads`))) };
  });
}

/** The library that a choice names, or else the first; undefined if there is none. */
export function chosenLibrary(libraries: readonly AnimatedLibrary[], choice: FigureValues<'walks'>): AnimatedLibrary | undefined {
  return libraries.find(({ names }) => names.includes(choice.library)) ?? libraries[0];
}

/** Every layer of a library that can be animated, by ascending K. */
export function animatedLayers(recordings: readonly NamedRecording[]): AnimatedLayer[] {
  return recordings
    .flatMap((named): AnimatedLayer[] => {
      const { inFeatures, outFeatures, dtype } = named.recording.operation;
      return [{ products: inFeatures, outputs: outFeatures, format: dtype, provenance: 'recorded', calls: recordedCalls(named) }, ...modelledLayers(named)];
    })
    .sort((a, b) => a.products - b.products);
}

function keysOf({ parts }: AnimatedCall): string {
  return parts.map(({ order }) => orderKey(order)).sort().join();
}

/**
 * The batch size to show beside the first: the first of at least 4 with other orders than that; failing that, the first
 * of any size with other orders; failing that, the last.
 */
export function besideOf(layer: AnimatedLayer): number {
  const [first, ...others] = layer.calls;
  const differing = others.filter((call) => first !== undefined && keysOf(call) !== keysOf(first));
  return (differing.find(({ batch }) => batch >= 4) ?? differing[0] ?? layer.calls.at(-1))?.batch ?? 1;
}

/** What a choice selects; whatever the library does not have is replaced by something it has. */
export interface AnimationPair {
  readonly layers: readonly AnimatedLayer[];
  readonly layer: AnimatedLayer;
  readonly left: AnimatedCall;
  readonly right: AnimatedCall;
}

/** Null if the library has no layer. */
export function animationPair(layers: readonly AnimatedLayer[], choice: FigureValues<'walks'>): AnimationPair | null {
  const layer = layers.find(({ products }) => products === choice.products) ?? layers.at(-1);
  if (layer === undefined) return null;
  const callAt = (batch: number, otherwise: number): AnimatedCall => layer.calls.find((call) => call.batch === batch) ?? layer.calls.find((call) => call.batch === otherwise) ?? layer.calls[0]!;
  return { layers, layer, left: callAt(choice.left, 1), right: callAt(choice.right, besideOf(layer)) };
}

/** The marks of both calls' orders, the left call's first. */
export function animationOrders({ left, right }: AnimationPair): ReadonlyMap<string, OrderMark> {
  return orderMarks([left, right].flatMap(({ parts }) => parts.map(({ order }) => orderKey(order))));
}
