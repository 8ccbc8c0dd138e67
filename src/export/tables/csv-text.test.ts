import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvField, csvText } from './csv-text';

/** Parses RFC 4180 by the grammar of its section 2. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,"\r\n]*))(,|\r\n)/g)) {
    row.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'));
    if (end === '\r\n') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

describe('CSV', () => {
  it('has a line of headings, then the rows, with CR LF', () => {
    expect(csvText({ columns: ['K', 'median'], rows: [['64', '1.5e-7']] })).toBe('K,median\r\n64,1.5e-7\r\n');
    expect(csvText({ columns: ['', ''], rows: [['(a + b) + c', '1']] })).toBe('(a + b) + c,1\r\n');
  });

  it('quotes what would break a line', () => {
    expect(['a,b', 'say "no"', 'two\nlines', 'plain'].map(csvField)).toEqual(['"a,b"', '"say ""no"""', '"two\nlines"', 'plain']);
  });

  it('leaves numbers alone, and no text that a spreadsheet would run', () => {
    expect(['-1.5e-7', '+3', '-Infinity', '.5'].map(csvField)).toEqual(['-1.5e-7', '+3', '-Infinity', '.5']);
    expect(['=1+1', '+SUM(A1)', '-2+3', '@x', '\tx', '=cmd|"/c calc"!A1'].map(csvField)).toEqual(["'=1+1", "'+SUM(A1)", "'-2+3", "'@x", "'\tx", '"\'=cmd|""/c calc""!A1"']);
  });

  it('comes back as it was, whatever the cells hold', () => {
    const cell = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }).chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 })), (rows) => {
        const shield = (text: string): string => (/^[=+\-@\t\r]/.test(text) && !/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$|^-?Infinity$/i.test(text) ? `'${text}` : text);
        expect(readCsv(csvText({ columns: rows[0]!.map(() => ''), rows }))).toEqual(rows.map((row) => row.map(shield)));
      }),
    );
  });
});
