import type { NumberFormat } from '../linear/layer';
import type { Recording } from '../recordings/recording';
import type { PartId } from '../share/figure-settings';
import { SETTINGS } from '../share/settings';
import { experimentOf, valuesOf } from '../store/experiment';
import { neededRecordings } from '../store/lab-spec';
import type { Channel, Results } from '../store/results';
import type { State } from '../store/store';

/** One dot product without bias that a figure computed in the page. */
export interface DotNumbers {
  /** K float32 values, of this format. */
  readonly x: Float32Array;
  readonly weight: Float32Array;
  readonly format: NumberFormat;
  /** In the notation, with the adder of its groups. */
  readonly order: string;
  readonly result: number;
  /** The products in the order in which Kahan's method added them; null if it is not shown. */
  readonly kahan: readonly number[] | null;
}

/** What a figure computed in the page itself, besides the worker's results. */
export interface OwnNumbers {
  readonly dot?: DotNumbers;
  /** Typed arrays and plain values. */
  readonly own?: unknown;
}

/** The numbers that a figure shows, for saving. */
export interface FigureNumbers extends OwnNumbers {
  /** What the worker computed. */
  readonly results?: Partial<Results>;
  /** The recordings used, by name. */
  readonly recordings?: ReadonlyMap<string, Recording>;
}

/** Figures that show whichever recordings the reader asks for. */
const OF_ALL_RECORDINGS: readonly PartId[] = ['walks', 'kernel-map'];

/** Channels of which a part shows one, by its view. */
const OF_VIEWS: readonly string[] = [...SETTINGS.view.options, 'depth', 'flips'];

/** The worker's results that a part shows, and the recordings that they used. */
export function numbersOf({ parts, results, recordings }: Pick<State, 'parts' | 'results' | 'recordings'>, part: PartId): FigureNumbers {
  const { settings } = experimentOf(part, valuesOf(parts, part), recordings);
  const shown: readonly string[] = [settings.view, settings.netView === 'flips' ? 'flips' : 'depth'];
  // The results of a view stay when another one is shown.
  const there = Object.fromEntries(Object.entries(results[part] ?? {}).filter(([channel, result]) => result !== null && (shown.includes(channel) || !OF_VIEWS.includes(channel)))) as Partial<Results>;
  const used = neededRecordings(settings, Object.keys(there) as Channel[]);
  const all = OF_ALL_RECORDINGS.includes(part);
  const named = new Map([...recordings].flatMap(([name, found]) => (found.ok && (all || used.includes(name)) ? [[name, found.value] as const] : [])));
  return { ...(Object.keys(there).length > 0 && { results: there }), recordings: named };
}
