import type { FigureNumbers } from './figure-states';
import { neededRecordings } from './lab-spec';
import type { Channel, Results } from './results';
import type { State } from './store';

/** What a store's part of the page shows, and the recordings that it took. */
export function numbersIn({ results, recordings, fitted }: Pick<State, 'results' | 'recordings' | 'fitted'>): FigureNumbers {
  const there = Object.fromEntries(Object.entries(results).filter(([, result]) => result !== null)) as Partial<Results>;
  const used = neededRecordings(fitted, Object.keys(there) as Channel[]);
  return { results: there, recordings: new Map([...recordings].filter(([name]) => used.includes(name))) };
}
