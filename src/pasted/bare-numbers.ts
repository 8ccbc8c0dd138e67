import { guessedDtype } from './guessed-dtype';
import type { PastedArray } from './pasted-array';
import { DigitCount } from './printed-digits';
import type { Token } from './text-reader';
import { TextReader, unreadable } from './text-reader';

type NumberToken = Token & { readonly kind: 'number' };

/**
 * Numbers without brackets. Two on every line are two columns, also beside a column that counts the lines; any other
 * layout is one list. A first line of names is passed over.
 */
export function bareArrays(text: string): PastedArray[] {
  const comma = /\d,\d/.exec(text);
  if (comma !== null && /[;\t]/.test(text)) {
    throw unreadable(`Is the comma at character ${comma.index + 2} a decimal comma? Write decimals with a point.`, comma.index + 1);
  }
  const lines = readLines(text);
  const width = lines[0]?.length ?? 0;
  const isTable = lines.length > 1 && lines.every((line) => line.length === width);
  const columns = isTable && width === 3 && isCount(lines.map((line) => line[0]!.value)) ? [1, 2] : isTable && width === 2 ? [0, 1] : null;
  if (columns === null) return [arrayOf(lines.flat())];
  return columns.map((column) => arrayOf(lines.map((line) => line[column]!)));
}

function arrayOf(tokens: readonly NumberToken[]): PastedArray {
  const digits = new DigitCount();
  for (const { text, value } of tokens) if (Number.isFinite(value)) digits.see(text);
  const values = Float64Array.from(tokens, ({ value }) => value);
  return guessedDtype({ values, shape: null, dtype: null, digits: digits.result(false) });
}

function isCount(column: readonly number[]): boolean {
  const start = column[0];
  return (start === 0 || start === 1) && column.every((value, i) => value === start + i);
}

function readLines(text: string): NumberToken[][] {
  const reader = new TextReader(withoutHeader(text));
  const lines: NumberToken[][] = [];
  let line = -1;
  let afterComma: Token | null = null;
  for (let token = reader.next(); token.kind !== 'end'; token = reader.next()) {
    const isNew = reader.line !== line;
    if (token.text === ',' || token.text === ';') {
      if (isNew ? lines.length === 0 : afterComma !== null) throw unreadable(`A number is missing before the ${token.text === ',' ? 'comma' : 'semicolon'} at character ${token.at + 1}.`, token.at);
      afterComma = token;
      continue;
    }
    if (token.text === '|') continue;
    if (token.kind !== 'number') throw reader.notANumber(token.at);
    if (isNew) lines.push([]);
    line = reader.line;
    lines.at(-1)!.push(token);
    afterComma = null;
  }
  return lines;
}

/** Names over columns become blanks, so that positions stay those of the reader's text. */
function withoutHeader(text: string): string {
  const end = text.indexOf('\n', text.search(/\S/));
  const header = end < 0 ? '' : text.slice(0, end);
  const isNames = /^[\s\w"'.,;|()-]*$/.test(header) && /[A-Za-z_]/.test(header) && !/(?:^|[\s,;|])[+-]?(?:[\d.]|nan|inf)/i.test(header);
  return isNames ? ' '.repeat(header.length) + text.slice(header.length) : text;
}
