import { PASTED_LIMITS } from '../lib/limits';
import type { ParseError } from '../lib/result';
import { formatCount } from '../lib/words';
import { assertionFigures } from './assertion-figures';
import type { CleanText } from './clean-text';
import { cleanText } from './clean-text';
import { diffSides } from './diff-sides';
import type { Candidate, Candidates } from './find-results';
import { findResults } from './find-results';
import { leftOutOf } from './left-out';
import { pickReading } from './pick-reading';
import type { Reading } from './reading';
import { notANumber } from './text-reader';
import { tookText } from './took-text';

/** Reads a pasted text. Never throws; linear in the length of the text. */
export function readPasted(text: string): Reading {
  if (text.length > PASTED_LIMITS.characters) {
    return nothing({ message: `This text has ${formatCount(text.length)} characters; at most ${formatCount(PASTED_LIMITS.characters)} are read. Paste the part with the two results, or save the arrays with np.save and drop the .npy files here.` });
  }
  if (text.trim() === '') return nothing({ message: 'There are no numbers here.' });
  const printed = readClean(cleanText(text, false));
  if (printed.kind !== 'nothing') return printed;
  // If everything was typed at a prompt, read that.
  const typed = readClean(cleanText(text, true));
  return typed.kind === 'nothing' ? printed : typed;
}

function readClean(clean: CleanText): Reading {
  const stated = assertionFigures(clean.text);
  const sides = diffSides(stated.text);
  const found = sides === null ? findResults({ ...clean, text: stated.text }) : bothSides(sides, clean);
  const { candidates, problems, truths } = found;
  const decimal = decimalComma(stated.text);
  if (decimal !== null) return nothing(decimal);
  const picked = pickReading(candidates, stated.figures);
  if (picked === null) return nothing(problems[0] ?? truths[0] ?? noNumbers(clean, sides !== null));
  // With a broken list and whole numbers beside it, the list was meant.
  if (picked.kind === 'one' && problems[0] !== undefined && candidates.every(({ rank }) => rank !== 'printed')) return nothing(problems[0]);
  return { ...picked, took: tookText(picked), leftOut: leftOutOf(picked, found, clean.lines) };
}

function nothing({ message, position }: ParseError): Reading {
  return position === undefined ? { kind: 'nothing', message } : { kind: 'nothing', message, position };
}

/** The candidates of a diff's two texts, without what both contain. */
function bothSides(sides: readonly [string, string], clean: CleanText): Candidates {
  const [before, after] = sides.map((text) => findResults({ ...clean, text })) as [Candidates, Candidates];
  const inAfter = new Set(after.candidates.map(textOf));
  const inBefore = new Set(before.candidates.map(textOf));
  const own = [before.candidates.filter((one) => !inAfter.has(textOf(one))), after.candidates.filter((one) => !inBefore.has(textOf(one)))] as const;
  const [first, second] = own.map((side, i) => side.map((one) => ({ ...one, label: i === 0 ? '-' : '+' }))) as [Candidate[], Candidate[]];
  return { candidates: [...first, ...second].sort((a, b) => a.position - b.position), problems: [...before.problems, ...after.problems], truths: before.truths, more: before.more + after.more };
}

function textOf({ position, array }: Candidate): string {
  return `${position}:${array.values.join()}`;
}

const DECIMAL_COMMA = /(?:^|[\s;[(])[-+]?\d{1,12},\d{3,}(?=[\s;\])]|$)/m;
/** Reports decimal commas: with semicolons or tabs as separators, or without any decimal point, a comma can only be one. */
function decimalComma(text: string): ParseError | null {
  const separated = /\d,\d/.exec(text);
  const isList = !/\d\.\d/.test(text) && !/[A-Za-z]/.test(text);
  const alone = isList && separated !== null && !/[[(]/.test(text) && /[;\t]/.test(text) ? separated : isList ? DECIMAL_COMMA.exec(text) : null;
  if (alone === null) return null;
  const at = alone.index + alone[0].indexOf(',');
  return { message: `Is the comma at character ${at + 1} a decimal comma? Write decimals with a point.`, position: at };
}

function noNumbers({ text }: CleanText, isDiff: boolean): ParseError {
  const first = text.search(/\S/);
  if (/^<[A-Za-z!]/.test(text.slice(first, first + 2))) return notANumber(text, first);
  const what = isDiff ? 'This is a diff of texts without results in it' : 'There are no results in this text';
  return { message: `${what}: paste what print() shows of both, such as tensor([0.1234, 0.5678]), or the message of the assertion that failed.` };
}
