import { createContext } from 'react';
import type { Recording } from '../recordings/recording';
import type { FigureId } from '../share/figure-settings';
import { FIGURE_IDS, partSettings } from '../share/figure-settings';
import type { FigureMap } from '../share/page-link';
import { firstValues } from '../share/setting-table';
import type { Results } from './results';

export type Values = Readonly<Record<string, unknown>>;

/** One dot product without bias that a figure added up in the page. */
export interface DotNumbers {
  /** K float32 values. */
  readonly x: Float32Array;
  readonly weight: Float32Array;
  /** In the notation. */
  readonly order: string;
  readonly result: number;
  /** The products in the order in which Kahan's method took them; null where it is not shown. */
  readonly kahan: readonly number[] | null;
}

/** What a figure shows, as numbers: for those who take it along. */
export interface FigureNumbers {
  /** What the worker computed. */
  readonly results?: Partial<Results>;
  readonly dot?: DotNumbers;
  /** What else the figure computed in the page; typed arrays and plain values. */
  readonly own?: unknown;
  /** The recordings that it was made with, by name. */
  readonly recordings?: ReadonlyMap<string, Recording>;
}

/** A figure that is on the page: its values can be read, and set some at a time. */
export interface FigureTarget {
  readonly read: () => Values;
  readonly write: (values: Values) => void;
  readonly subscribe: (listener: () => void) => () => void;
  /** What is on the screen and not in the values, in a sentence: a file, a text too long for a link. */
  readonly leftOut?: () => string | null;
  readonly numbers?: () => FigureNumbers;
}

/**
 * What the figures of the page are set to, whether their code is there or still on its way: links and phrases of the
 * text set them here, the URL is written from here.
 */
export class FigureStates {
  private readonly targets = new Map<FigureId, FigureTarget>();
  /** As last seen, or asked for, of figures that are not there. */
  private readonly kept = new Map<FigureId, Values>();
  private readonly listeners = new Set<() => void>();

  /** A figure is there and takes over what was asked of it; gives back what ends it. */
  offer(id: FigureId, target: FigureTarget): () => void {
    const asked = this.kept.get(id);
    if (asked !== undefined) target.write(asked);
    this.targets.set(id, target);
    const unsubscribe = target.subscribe(this.changed);
    this.changed();
    return () => {
      unsubscribe();
      if (this.targets.get(id) !== target) return;
      this.kept.set(id, target.read());
      this.targets.delete(id);
      this.changed();
    };
  }

  /** Sets some values of a figure, now or as soon as it is there. What its table can't read is left out. */
  set(id: FigureId, values: Values): void {
    const good = canonical(id, values);
    const target = this.targets.get(id);
    if (target !== undefined) target.write(good);
    else {
      this.kept.set(id, { ...this.of(id), ...good });
      this.changed();
    }
  }

  /** All figures take over what a link says; those that it does not name begin anew. */
  open(figures: FigureMap): void {
    for (const id of FIGURE_IDS) {
      const values = figures[id];
      if (values !== undefined || this.targets.has(id) || this.kept.has(id)) this.set(id, values ?? firstValues(partSettings(id)));
    }
  }

  of(id: FigureId): Values {
    return this.targets.get(id)?.read() ?? this.kept.get(id) ?? firstValues(partSettings(id));
  }

  /** What a link to the figure as it stands would not hold, in a sentence. */
  leftOut(id: FigureId): string | null {
    return this.targets.get(id)?.leftOut?.() ?? null;
  }

  /** What the figure shows, as numbers; nothing where it is not there, or shows none beyond its tables. */
  numbers(id: FigureId): FigureNumbers {
    return this.targets.get(id)?.numbers?.() ?? {};
  }

  /** All figures that are there or were set. */
  all(): FigureMap {
    return Object.fromEntries(FIGURE_IDS.filter((id) => this.targets.has(id) || this.kept.has(id)).map((id) => [id, this.of(id)]));
  }

  /** Whether a figure has these values. */
  holds(id: FigureId, values: Values): boolean {
    const now = this.of(id);
    const table = partSettings(id);
    return Object.entries(canonical(id, values)).every(([key, value]) => table[key]!.print(value) === table[key]!.print(now[key]));
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private readonly changed = (): void => {
    for (const listener of this.listeners) listener();
  };
}

/** The values as the figure's table keeps them: 0.1 as the float32 that it means. */
function canonical(id: FigureId, values: Values): Values {
  const table = partSettings(id);
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) => {
      const setting = table[key];
      const read = setting?.parse(setting.print(value));
      return read?.ok ? [[key, read.value.value]] : [];
    }),
  );
}

/** The figures of this page; an entry that shows several pages would provide its own. */
export const FigureStatesContext = createContext(new FigureStates());
