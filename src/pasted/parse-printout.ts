import type { ParseError, Result } from '../lib/result';
import { fail, ok } from '../lib/result';
import { bareArrays } from './bare-numbers';
import { guessedDtype } from './guessed-dtype';
import type { PastedArray } from './pasted-array';
import { PASTED_LIMITS } from './pasted-array';
import { readBracketed } from './read-bracketed';
import { TextReader, unreadable, Unreadable } from './text-reader';

/** One array, or the two that are to be compared. */
export type PastedArrays = readonly [PastedArray] | readonly [PastedArray, PastedArray];

/** What stands before a value in a console: `Out[3]:`, `>>>`, `y1 =`, `Parameter containing:`. */
const PROMPT = /^(?:\s*(?:Out\s?\[\d+\]:|>>>|Parameter containing:|[A-Za-z_]\w{0,60}\s?=(?!=)))+/;

/**
 * Reads what people copy from a console or a table: `tensor(…)`, `array(…)`, NumPy's bare brackets, Python's and JSON's
 * lists, two of them one after the other, a JSON object with two lists, or numbers by line, space, comma or column.
 * Never throws.
 */
export function parsePrintout(text: string): Result<PastedArrays, ParseError> {
  if (text.length > PASTED_LIMITS.characters) {
    return fail({ message: `This text has ${text.length} characters; at most ${PASTED_LIMITS.characters} are read.` });
  }
  try {
    const arrays = text.trimStart().startsWith('{') ? readObject(text) : readItems(text);
    const [first, second, third] = arrays;
    if (first === undefined) return fail({ message: 'There are no numbers here.' });
    if (third !== undefined) return fail({ message: `There are ${arrays.length} lists here; only two are compared.` });
    if (arrays.some(({ values }) => values.length === 0)) return fail({ message: 'There are no numbers here.' });
    return ok(second === undefined ? [first] : [first, second]);
  } catch (error) {
    if (error instanceof Unreadable) return fail(error.problem);
    throw error;
  }
}

function readItems(text: string): PastedArray[] {
  const prompt = PROMPT.exec(text)?.[0] ?? '';
  // Blanks, so that positions stay those of the reader's text.
  const reader = new TextReader(' '.repeat(prompt.length) + text.slice(prompt.length));
  const first = reader.peek();
  const isBracketed = first.text === '[' || first.text === '(' || (first.kind === 'word' && text[first.at + first.text.length] === '(');
  if (!isBracketed) return bareArrays(text);
  const arrays: PastedArray[] = [];
  for (let token = reader.peek(); token.kind !== 'end'; token = reader.peek()) {
    if (token.text === ',' || token.text === ';' || token.text === '|') reader.next();
    else if (token.kind === 'number') throw unreadable(`A number stands outside of the brackets at character ${token.at + 1}.`, token.at);
    else if (token.text === '<' || token.text === ')' || token.text === ']') throw reader.notANumber(token.at);
    else arrays.push(guessedDtype(readBracketed(reader)));
    if (arrays.length > 99) throw unreadable(`There are more than 99 lists here; only two are compared.`, token.at);
  }
  return arrays;
}

/** `{"a": […], "b": […]}` */
function readObject(text: string): PastedArray[] {
  const reader = new TextReader(text);
  const arrays: PastedArray[] = [];
  reader.next();
  for (let key = reader.next(); key.text !== '}'; key = reader.next()) {
    if (key.kind !== 'word' || reader.next().text !== ':') throw unreadable(`A name and a colon were expected at character ${key.at + 1}, as in {"a": [1, 2], "b": [1, 2]}.`, key.at);
    arrays.push(guessedDtype(readBracketed(reader)));
    if (reader.peek().text === ',') reader.next();
    if (arrays.length > 99) throw unreadable('There are more than 99 lists here; only two are compared.', key.at);
  }
  const rest = reader.next();
  if (rest.kind !== 'end') throw reader.notANumber(rest.at);
  return arrays;
}
