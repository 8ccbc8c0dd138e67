/** A table as it is taken along: numbers as they are, not as they are shown. */
export interface ReadTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * Every table within an element, those that are folded away as well. A cell with `data-value` has that value, others
 * their text. A heading over several columns stands before each of theirs; columns without a word are left out, and so
 * are lines that are hidden or only explain the one above them.
 */
export function readTables(within: Element): ReadTable[] {
  return [...within.querySelectorAll('table')].map((table) => {
    const headings = grid(table.tHead === null ? [] : [...table.tHead.rows]);
    const width = Math.max(0, ...[...headings, ...grid(bodyRows(table))].map((row) => row.length));
    const body = grid(bodyRows(table));
    const columns = Array.from({ length: width }, (_, at) => [...new Set(headings.map((row) => row[at] ?? ''))].filter((text) => text !== '').join(' '));
    const kept = columns.flatMap((name, at) => (name !== '' || body.some((row) => (row[at] ?? '') !== '') ? [at] : []));
    return { name: nameOf(table), columns: kept.map((at) => columns[at]!), rows: body.map((row) => kept.map((at) => row[at] ?? '')) };
  });
}

function bodyRows(table: HTMLTableElement): HTMLTableRowElement[] {
  const explains = ({ cells }: HTMLTableRowElement): boolean => cells.length === 1 && cells[0]!.colSpan > 1;
  return [...table.tBodies].flatMap((body) => [...body.rows]).filter((row) => !row.hidden && !explains(row));
}

/** The cells of some rows, one that spans several given to each of them. */
function grid(rows: readonly HTMLTableRowElement[]): string[][] {
  const cells: string[][] = rows.map(() => []);
  rows.forEach((row, at) => {
    let column = 0;
    for (const cell of row.cells) {
      while (cells[at]![column] !== undefined) column++;
      const text = valueOf(cell);
      for (let down = at; down < Math.min(rows.length, at + cell.rowSpan); down++) {
        for (let right = column; right < column + cell.colSpan; right++) cells[down]![right] = text;
      }
      column += cell.colSpan;
    }
  });
  return cells;
}

function valueOf(cell: HTMLTableCellElement): string {
  const { value } = cell.dataset;
  if (value !== undefined) return value;
  return cell.getAttribute('aria-hidden') === 'true' ? '' : textOf(cell);
}

/** An element's text for eyes: without what is said to screen readers only and without letters of colours, a new line as a blank. */
function textOf(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  for (const said of copy.querySelectorAll('.visually-hidden, [data-swatch]')) said.remove();
  for (const end of copy.querySelectorAll('br')) end.replaceWith(' ');
  // A note under a heading is a block of its own.
  for (const note of copy.querySelectorAll('span')) note.append(' ');
  return (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** What a table is called: by its caption, the line that unfolds it, its region, or the heading before it. */
function nameOf(table: HTMLTableElement): string {
  const caption = table.caption && textOf(table.caption);
  if (caption) return caption;
  const summary = table.closest('details')?.querySelector(':scope > summary');
  if (summary) return textOf(summary).replace(/,? as a table$/, '');
  const section = table.closest('section, [role="region"]');
  const heading = section?.querySelector('h2, h3, h4') ?? null;
  return (heading && textOf(heading)) ?? section?.getAttribute('aria-label') ?? 'Table';
}
