import { readdirSync, readFileSync } from 'node:fs';
import { FIGURE_IDS } from '../src/share/figure-settings';
import type { FigureId } from '../src/share/figure-settings';

const ASSETS = 'dist/assets';

const text = (file: string): string => readFileSync(`${ASSETS}/${file}`, 'utf8');
const named = (file: string, pattern: RegExp): string[] => [...text(file).matchAll(pattern)].map(([, name = '']) => name);
/** What a script imports before it runs, and what it imports later. */
const importsOf = (file: string): string[] => named(file, /(?:import|from)\s*["'`]\.\/([\w.-]+\.js)["'`]/g);
const laterOf = (file: string): string[] => named(file, /\bimport\(\s*["'`]\.\/([\w.-]+\.js)["'`]/g);

/** Scripts with all that they import, and so on; `next` says what of. */
function reached(from: Iterable<string>, next: (file: string) => readonly string[]): Set<string> {
  const found = new Set(from);
  // A set that grows while it is walked through is walked to its end.
  for (const file of found) for (const other of next(file)) found.add(other);
  return found;
}

/** The scripts of the built page, found in it. */
export interface PageScripts {
  /** Those that come after the first ones, when something is shown. */
  readonly lazy: readonly string[];
  /** Where each part of the page begins, by its name without what changes with the build: which lazy scripts it needs. */
  readonly parts: ReadonlyMap<string, ReadonlySet<string>>;
}

export function pageScripts(): PageScripts {
  const first = reached(
    [...readFileSync('dist/index.html', 'utf8').matchAll(/assets\/([\w.-]+\.js)/g)].map(([, name = '']) => name),
    importsOf,
  );
  const all = reached(first, (file) => [...importsOf(file), ...laterOf(file)]);
  const begins = new Set([...all].flatMap(laterOf));
  const lazy = [...all].filter((file) => !first.has(file)).sort();
  const parts = new Map([...begins].map((file) => [file.replace(/-[\w-]{8}\.js$/, ''), new Set([...reached([file], importsOf)].filter((one) => !first.has(one)))]));
  return { lazy, parts };
}

/** What the script is called in which a figure begins. */
export function scriptOf(id: FigureId): string {
  const [file = ''] = readdirSync(`src/figures/${id}`).filter((name) => name.endsWith('-figure.tsx'));
  return file.replace('.tsx', '');
}

export const FIGURE_SCRIPTS: ReadonlyMap<FigureId, string> = new Map(FIGURE_IDS.map((id) => [id, scriptOf(id)]));
