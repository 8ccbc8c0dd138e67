/** A table for saving: with the numbers themselves, not as they are displayed. */
export interface ReadTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * Every table within an element, including folded ones. A cell's value is its `data-value`, or else its text. A heading
 * that spans several columns is prefixed to each of their headings. Columns without a word are left out, as are rows
 * that are hidden or only explain the row above.
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

/** The cells of some rows; a spanning cell is repeated in each place that it spans. */
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

/** An element's visible text: without text for screen readers only and without colour letters, line breaks as spaces. */
function textOf(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  for (const said of copy.querySelectorAll('.visually-hidden, [data-swatch]')) said.remove();
  for (const end of copy.querySelectorAll('br')) end.replaceWith(' ');
  // A note under a heading is a block, so separate it with a space.
  for (const note of copy.querySelectorAll('span')) note.append(' ');
  return (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** A table's name: its caption, the summary that unfolds it, its region's label, or the heading before it. */
function nameOf(table: HTMLTableElement): string {
  const caption = table.caption && textOf(table.caption);
  if (caption) return caption;
  const summary = table.closest('details')?.querySelector(':scope > summary');
  if (summary) return textOf(summary).replace(/,? as a table$/, '');
  const section = table.closest('section, [role="region"]');
  const heading = section?.querySelector('h2, h3, h4') ?? null;
  return (heading && textOf(heading)) ?? section?.getAttribute('aria-label') ?? 'Table';
}
