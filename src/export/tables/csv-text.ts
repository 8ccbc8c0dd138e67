import type { ReadTable } from './read-tables';

/** A table as `text/csv` (RFC 4180): a header line, then the rows, each ending in CR LF. */
export function csvText({ columns, rows }: Pick<ReadTable, 'columns' | 'rows'>): string {
  return [...(columns.some((name) => name !== '') ? [columns] : []), ...rows].map((row) => `${row.map(csvField).join(',')}\r\n`).join('');
}

/**
 * One field. Spreadsheets run text that begins like a formula, so unless it is a plain number, such text gets an
 * apostrophe in front (OWASP, "CSV Injection").
 */
export function csvField(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !isNumber(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function isNumber(text: string): boolean {
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$|^-?Infinity$/i.test(text);
}
