import { blanks } from './clean-text';
import type { Figures, Greatest } from './reading';

const NUM = '[-+]?(?:\\d{1,40}(?:\\.\\d{0,40})?(?:[eE][-+]?\\d{1,4})?|nan|inf)';
const GREATEST = new RegExp(
  `(?:(?:Greatest|Max(?:imum)?) )?(absolute|relative) difference(?: among violations)?: {1,4}(${NUM})(?: at index (\\([\\d, ]{0,200}\\)|\\d{1,12}))?(?: \\(up to (${NUM}) allowed\\))?`,
  'gi',
);
const MISMATCHED = /Mismatched elements: (\d{1,12}) \/ (\d{1,12})(?: \((\d{1,3}(?:\.\d{0,20})?)%\))?/g;
const PERCENT = /\(?\bmismatch:? (\d{1,3}(?:\.\d{0,20})?)%\)?/gi;
/** torch's message up to 1.8. */
const MARGIN = new RegExp(`found (\\d{1,12}) element\\(s\\) \\(out of (\\d{1,12})\\)|The greatest difference was (${NUM})(?= \\()|which occurred at index (?:\\([\\d, ]{0,200}\\)|\\d{1,12})`, 'g');
/** Numbers of an assertion that are not results: its tolerance, its places, and NumPy's list of a few mismatches. */
const SETTINGS = new RegExp(`\\b[ar]tol ?= ?${NUM}|almost equal to \\d{1,3} decimals|to \\d{1,9} ULP|within \\d{1,3} places|\\(${NUM} difference\\)|\\[[\\d, ]{1,60}\\]: ${NUM} \\(ACTUAL\\), ${NUM} \\(DESIRED\\)`, 'gi');

/** The numbers that an assertion states, and the text with these blanked out, so that none is taken for a result. */
export function assertionFigures(text: string): { readonly figures: Figures | null; readonly text: string; readonly count: number } {
  let [absolute, relative]: [Greatest | null, Greatest | null] = [null, null];
  let mismatched: Figures['mismatched'] = null;
  let count = 0;
  const rest = text
    .replace(MISMATCHED, (all: string, some: string, of: string, percent: string | undefined) => {
      mismatched ??= { count: Number(some), of: Number(of), percent: percent === undefined ? null : Number(percent) };
      return taken(all);
    })
    .replace(PERCENT, (all: string, percent: string) => {
      mismatched ??= { count: null, of: null, percent: Number(percent) };
      return taken(all);
    })
    .replace(GREATEST, (all: string, kind: string, value: string, index: string | undefined, allowed: string | undefined) => {
      const greatest = { value: Number(value.replace('inf', 'Infinity')), index: index?.match(/\d+/g)?.map(Number) ?? null, allowed: allowed === undefined ? null : Number(allowed) };
      if (/abs/i.test(kind)) absolute ??= greatest;
      else relative ??= greatest;
      return taken(all);
    })
    .replace(MARGIN, (all: string, some: string | undefined, of: string | undefined, value: string | undefined) => {
      if (some !== undefined) mismatched ??= { count: Number(some), of: Number(of), percent: null };
      if (value !== undefined) absolute ??= { value: Number(value), index: null, allowed: null };
      return taken(all);
    })
    .replace(SETTINGS, blanks);
  const any = mismatched ?? absolute ?? relative;
  return { figures: any === null ? null : { mismatched, absolute, relative }, text: rest, count };

  function taken(all: string): string {
    count += 1;
    return blanks(all);
  }
}
