import type { ParseError } from '../lib/result';
import type { CleanText } from './clean-text';
import type { Found } from './found';
import { arrayOf, isFloatLike } from './found';
import { areNear } from './near';
import type { LooseLine } from './split-loose';
import type { NumberToken } from './text-reader';

/** Consecutive lines of nothing but numbers, and the scale that the first states. */
interface Block {
  rows: (readonly NumberToken[])[];
  scale: string;
  /** Whether only empty lines separate it from the previous block. */
  followsBlank: boolean;
  header: string;
}

/** Numbers without brackets, in lines: lists, rows, columns, and printouts of PyTorch up to 0.3. */
export function numberLines(lines: readonly LooseLine[], { text, sizes }: CleanText): { readonly found: Found[]; readonly problems: ParseError[] } {
  const problems = lines.flatMap((line) => (line.kind === 'numbers' ? missingNumber(line) : []));
  const blocks = joinSingles(blocksOf(lines, text));
  const found: Found[] = [];
  let done = 0;
  for (const { at, shape, dtype } of sizes) {
    const from = done;
    while (done < blocks.length && blocks[done]!.rows[0]![0]!.at < at) done += 1;
    // The nearest preceding blocks, as many as make up the size.
    const length = shape.reduce((product, one) => product * one, 1);
    let first = done;
    for (let count = 0; first > from && count < length; ) count += countIn(blocks[--first]!);
    const own = blocks.slice(first, done);
    found.push(...blocks.slice(from, first).flatMap(resultsIn));
    const numbers = shape.length === 2 && own.length > 1 ? sideBySide(own) : own.flatMap(({ rows }) => rows.flat());
    const start = own[0]?.rows[0]?.[0];
    if (start === undefined) continue;
    if (numbers.length !== length) problems.push({ message: `The size ${shape.join(' × ')} at character ${at + 1} does not fit the ${numbers.length} numbers before it.`, position: at });
    else found.push({ array: arrayOf(numbers, { shape, dtype, writer: 'tensor', scale: own[0]!.scale }), at: start.at, rank: 'printed', form: 'brackets', label: '' });
  }
  found.push(...blocks.slice(done).flatMap(resultsIn));
  return { found, problems };
}

function blocksOf(lines: readonly LooseLine[], text: string): Block[] {
  const blocks: Block[] = [];
  let open: Block | null = null;
  let [scale, onlyBlank, header] = ['', false, ''];
  for (const { kind, numbers, tokens } of lines) {
    if (kind === 'numbers') {
      if (open === null) {
        open = { rows: [], scale, followsBlank: onlyBlank, header };
        blocks.push(open);
      }
      open.rows.push(numbers);
      [onlyBlank, scale] = [true, ''];
    } else {
      open = null;
      if (kind === 'scale') scale = /^1\.?0*(e[+-]?\d{1,3})$/i.exec(numbers[0]!.text)?.[1] ?? '';
      if (kind !== 'empty') onlyBlank = false;
      const [first, last] = [tokens[0], tokens.at(-1)];
      header = first && last ? text.slice(first.at, Math.min(last.at + last.text.length, first.at + 200)) : '';
    }
  }
  return blocks;
}

/** Joins a list that has an empty line between its numbers. */
function joinSingles(blocks: readonly Block[]): Block[] {
  const joined: Block[] = [];
  // Whether the last one so far has one number on every line; asked of all its lines each time, it would take quadratic time.
  let areSingles = false;
  for (const block of blocks) {
    const last = joined.at(-1);
    if (last !== undefined && areSingles && block.followsBlank && countIn(block) === 1) last.rows.push(...block.rows);
    else {
      joined.push(block);
      areSingles = block.rows.every((row) => row.length === 1);
    }
  }
  return joined;
}

function countIn({ rows }: Block): number {
  return rows.reduce((sum, row) => sum + row.length, 0);
}

/** Joins “Columns 0 to 9”, then “Columns 10 to 19”. */
function sideBySide(blocks: readonly Block[]): NumberToken[] {
  return blocks[0]!.rows.flatMap((_, row) => blocks.flatMap(({ rows }) => rows[row] ?? []));
}

/** Two numbers on every line, apart from an index column, are two columns; lines that nearly agree are separate results. */
function resultsIn({ rows, header, scale }: Block): Found[] {
  const [first] = rows as [readonly NumberToken[]];
  const width = first.length;
  const isTable = rows.length > 1 && rows.every((row) => row.length === width);
  const column = (index: number): NumberToken[] => rows.map((row) => row[index]!);
  const isObtained = width === 3 && /obtained|expected/i.test(header) && rows.every((row) => row.length === 3);
  const counts = isObtained || (isTable && width === 3 && isCount(column(0)));
  const haveTwins = isTable && rows.slice(1).every((row) => areNear(valuesOf(row), valuesOf(first)));
  if (counts) return [resultOf(column(1), scale), resultOf(column(2), scale)];
  if (isTable && width === 2 && !(haveTwins && !areNear(valuesOf(column(0)), valuesOf(column(1))))) return [resultOf(column(0), scale), resultOf(column(1), scale)];
  if (haveTwins) return rows.map((row) => resultOf(row, scale));
  return [resultOf(rows.flat(), scale)];
}

function resultOf(numbers: readonly NumberToken[], scale: string): Found {
  const rank = numbers.some(isFloatLike) ? 'printed' : 'whole';
  return { array: arrayOf(numbers, { shape: null, scale }), at: numbers[0]!.at, rank, form: 'lines', label: '' };
}

function valuesOf(numbers: readonly NumberToken[]): number[] {
  return numbers.map(({ value }) => value);
}

function isCount(column: readonly NumberToken[]): boolean {
  const start = column[0]?.value;
  return (start === 0 || start === 1) && column.every(({ value }, i) => value === start + i);
}

function missingNumber({ tokens }: LooseLine): ParseError[] {
  const at = tokens.findIndex(({ text }, i) => (text === ',' || text === ';') && (i === 0 ? tokens.length > 1 : tokens[i - 1]!.text === text));
  return at < 0 ? [] : [{ message: `A number is missing before the ${tokens[at]!.text === ',' ? 'comma' : 'semicolon'} at character ${tokens[at]!.at + 1}.`, position: tokens[at]!.at }];
}
