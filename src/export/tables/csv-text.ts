import type { ReadTable } from './read-tables';

/** A table as `text/csv` (RFC 4180): a line of headings, then the rows, each ended by CR LF. */
export function csvText({ columns, rows }: Pick<ReadTable, 'columns' | 'rows'>): string {
  return [...(columns.some((name) => name !== '') ? [columns] : []), ...rows].map((row) => `${row.map(csvField).join(',')}\r\n`).join('');
}

/**
 * One field. A spreadsheet takes text that begins like a formula for one, and would run it: such a text, unless it is
 * a plain number, gets an apostrophe before it (OWASP, "CSV Injection").
 */
export function csvField(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !isNumber(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function isNumber(text: string): boolean {
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$|^-?Infinity$/i.test(text);
}
