import type { AlignedTerms, BitLine, Places } from '../aligned-terms';
import { Figures, tenth, Words } from './text';

/** What stands beside a row of bits. */
export interface RowText {
  readonly name: string;
  /** Its number; left out where there is no room. */
  readonly value?: string | undefined;
  /** What it loses, as a number. */
  readonly lost?: string | undefined;
}

export interface RowTexts {
  readonly terms: readonly RowText[];
  readonly sum: RowText;
  readonly result: RowText;
  readonly exact: RowText;
}

/** Where the bits stand, in pixels. */
export interface BitGrid {
  readonly places: Places;
  readonly width: number;
  /** Left edge of the first place. */
  readonly left: number;
  /** Width of a place. */
  readonly cell: number;
  readonly row: number;
  /** Of the bits. */
  readonly font: number;
}

/** Room above the first row: for F, and for what is right of the cut. */
export const ROWS_TOP = 44;
/** Between the terms and what they add up to. */
const SUM_GAP = 12;
/** Below the last row. */
const FOOT = 4;
const WIDEST_CELL = 28;
const LEAST_FONT = 11;
/** Short names, names, and names with numbers. */
const SHORT_NAMES = 14;
const NAMES = 76;
const NUMBERS = 190;
const LOSSES = 92;
/** From here on there is room for names in full, and for the numbers. */
const NAMED = 480;
const ROOMY = 680;
/** What “cut off” takes beside the cut. */
const CUT_OFF = 52;

/**
 * A grid for these places in so many pixels; narrow ones have no numbers beside their rows.
 *
 * @param fill the height to fill, in pixels, and how many terms are in it
 */
export function bitGrid(places: Places, width: number, fill: { readonly height: number; readonly terms: number } | null = null): BitGrid {
  const roomy = isRoomy({ width });
  const columns = places.top - places.bottom + 1;
  const names = roomy ? NUMBERS : hasNames({ width }) ? NAMES : SHORT_NAMES;
  // Two places before the first: for a sign, and for what a row is dragged by.
  const cell = Math.min(WIDEST_CELL, (width - names - (roomy ? LOSSES : 0)) / (columns + 2));
  const row = roomy ? 27 : 24;
  const filling = fill === null ? row : (fill.height - ROWS_TOP - SUM_GAP - FOOT) / (fill.terms + 3);
  return { places, width, left: tenth(names + 2 * cell), cell, row: Math.max(row, filling), font: Math.max(LEAST_FONT, Math.min(17, tenth(cell * 1.4))) };
}

export function isRoomy({ width }: Pick<BitGrid, 'width'>): boolean {
  return width >= ROOMY;
}

/** Whether names may be longer than a word. */
export function hasNames({ width }: Pick<BitGrid, 'width'>): boolean {
  return width >= NAMED;
}

/** Left edge of the place of a weight. */
export function placeX({ places, left, cell }: BitGrid, weight: number): number {
  return tenth(left + (places.top - weight) * cell);
}

/** The middle of a row: of the terms first, then the sum, the result and the exact sum. */
export function rowY({ row }: BitGrid, index: number, terms: number): number {
  return ROWS_TOP + (index + 0.5) * row + (index >= terms ? SUM_GAP : 0);
}

export function gridHeight(grid: BitGrid, terms: number): number {
  return rowY(grid, terms + 2, terms) + grid.row / 2 + FOOT;
}

interface AlignedRowsProps {
  readonly aligned: AlignedTerms;
  readonly texts: RowTexts;
  readonly grid: BitGrid;
}

/** Terms aligned under the largest, where they are cut, and what is left of them added up. */
export function AlignedRows({ aligned, texts, grid }: AlignedRowsProps) {
  const { terms, kept, sum, result, exact } = aligned;
  const { row, places } = grid;
  const count = terms.length;
  const rows: readonly (readonly [BitLine, RowText])[] = [...terms.map((line, i) => [line, texts.terms[i]!] as const), [sum, texts.sum], [result, texts.result], [exact, texts.exact]];
  const end = placeX(grid, places.bottom - 1);
  const bottom = ROWS_TOP + count * row;
  const rule = bottom + SUM_GAP / 2;
  return (
    <>
      {kept && <Cut kept={kept} grid={grid} bottom={bottom} end={end} />}
      {isRoomy(grid) && (
        <Words x={grid.width} y={ROWS_TOP - 8} size="var(--text-mark)" anchor="end" colour="var(--ink-quiet)">
          thrown away
        </Words>
      )}
      <line x1={0} x2={isRoomy(grid) ? grid.width : end} y1={rule} y2={rule} stroke="var(--rule)" shapeRendering="crispEdges" />
      <SumEdge line={sum} grid={grid} y={rowY(grid, count, count)} />
      {rows.map(([line, text], index) => (
        <Row key={index} line={line} text={text} grid={grid} y={rowY(grid, index, count)} quiet={index === count + 2} strong={index === count + 1} />
      ))}
    </>
  );
}

/** The line at which every term is cut, and how many places below the largest exponent that is. */
function Cut({ kept, grid, bottom, end }: { readonly kept: { readonly largest: number; readonly last: number }; readonly grid: BitGrid; readonly bottom: number; readonly end: number }) {
  const from = placeX(grid, kept.largest - 1);
  const at = placeX(grid, kept.last - 1);
  const y = 22;
  return (
    <>
      <rect x={grid.left} y={ROWS_TOP} width={Math.max(0, at - grid.left)} height={bottom - ROWS_TOP} fill="var(--paper-quiet)" />
      <rect x={at} y={ROWS_TOP} width={Math.max(0, end - at)} height={bottom - ROWS_TOP} fill="var(--differs-wash)" />
      <path d={`M${from},${y + 4}V${y - 4}M${from},${y}H${at}`} fill="none" stroke="var(--rule)" shapeRendering="crispEdges" />
      <path d={ticks(grid, kept.largest).map((x) => `M${x},${ROWS_TOP}V${bottom}`).join('')} stroke="var(--hairline)" shapeRendering="crispEdges" />
      <line x1={at} x2={at} y1={y - 6} y2={bottom} stroke="var(--differs)" strokeWidth={1.5} shapeRendering="crispEdges" />
      <Words x={from} y={ROWS_TOP - 8} size="var(--text-mark)" anchor="end" colour="var(--ink-quiet)">
        2
        <tspan dy={-4} fontSize={LEAST_FONT}>
          {String(kept.largest).replace('-', '−')}
        </tspan>
      </Words>
      <Words x={tenth((from + at) / 2)} y={y - 6} size="var(--text-mark)" anchor="middle">
        F = {kept.largest - kept.last} bits below the largest
      </Words>
      {grid.width - at < CUT_OFF ? (
        <Words x={grid.width} y={ROWS_TOP - 8} size="var(--text-mark)" anchor="end" colour="var(--differs)">
          cut off
        </Words>
      ) : (
        <Words x={at + 5} y={y + 3} size="var(--text-mark)" colour="var(--differs)">
          cut off
        </Words>
      )}
    </>
  );
}

/** Every fourth place, counted from the largest exponent. */
function ticks(grid: BitGrid, largest: number): number[] {
  const { top, bottom } = grid.places;
  return Array.from({ length: Math.max(0, top - bottom) }, (_, i) => top - 1 - i).filter((weight) => (largest - 1 - weight) % 4 === 0).map((weight) => placeX(grid, weight));
}

/** Where the result ends within the sum. */
function SumEdge({ line, grid, y }: { readonly line: BitLine; readonly grid: BitGrid; readonly y: number }) {
  const lost = line.bits.filter((bit) => bit.lost && bit.weight >= grid.places.bottom);
  if (lost.length === 0) return null;
  const at = placeX(grid, lost[0]!.weight);
  return (
    <>
      <rect x={at} y={y - grid.row / 2} width={lost.length * grid.cell} height={grid.row} fill="var(--differs-wash)" />
      <line x1={at} x2={at} y1={y - grid.row / 2} y2={y + grid.row / 2} stroke="var(--differs)" strokeWidth={1.5} shapeRendering="crispEdges" />
    </>
  );
}

interface RowProps {
  readonly line: BitLine;
  readonly text: RowText;
  readonly grid: BitGrid;
  readonly y: number;
  readonly quiet: boolean;
  readonly strong: boolean;
}

function Row({ line, text, grid, y, quiet, strong }: RowProps) {
  const { places, cell, font, left } = grid;
  const base = tenth(y + font * 0.34);
  const drawn = line.bits.filter(({ weight }) => weight >= places.bottom);
  const beyond = line.bits.length > drawn.length;
  const x = (weight: number): number => tenth(placeX(grid, weight) + cell / 2);
  const first = drawn[0]?.weight;
  const ink = quiet ? 'var(--ink-quiet)' : 'var(--ink)';
  const bits = (of: typeof drawn, colour: string, bold: boolean) =>
    of.length > 0 && (
      <text x={of.map(({ weight }) => x(weight)).join(' ')} y={base} textAnchor="middle" fontFamily="var(--mono)" fontSize={font} fill={colour} fontWeight={bold ? 700 : undefined}>
        {of.map(({ bit }) => bit).join('')}
      </text>
    );
  return (
    <>
      <Words x={0} y={tenth(y + 5)} size="var(--text-mark)" colour={quiet ? 'var(--ink-quiet)' : 'var(--ink)'} bold={strong}>
        {text.name}
      </Words>
      {isRoomy(grid) && text.value !== undefined && (
        <Figures x={tenth(left - 2 * cell - 8)} y={tenth(y + 5)} size="var(--text-mark)" anchor="end" colour={ink} bold={strong}>
          {text.value}
        </Figures>
      )}
      {isRoomy(grid) && text.lost !== undefined && (
        <Figures x={grid.width} y={tenth(y + 5)} size="var(--text-mark)" anchor="end" colour="var(--differs)">
          {text.lost}
        </Figures>
      )}
      {line.bits.length === 0 && (
        <text x={x(Math.max(places.bottom, Math.min(places.top, 0)))} y={base} textAnchor="middle" fontFamily="var(--mono)" fontSize={font} fill="var(--ink-quiet)">
          0
        </text>
      )}
      {line.negative && first !== undefined && (
        <text x={x(first + 1)} y={base} textAnchor="middle" fontFamily="var(--mono)" fontSize={font} fill={line.bits[0]!.lost ? 'var(--differs)' : ink}>
          −
        </text>
      )}
      {bits(drawn.filter(({ bit, lost }) => !lost && bit === '0'), 'var(--ink-quiet)', false)}
      {bits(drawn.filter(({ bit, lost }) => !lost && bit === '1'), ink, !quiet)}
      {bits(drawn.filter(({ lost }) => lost), 'var(--differs)', true)}
      {line.point !== null && line.point > places.bottom && drawn.some(({ weight }) => weight < line.point!) && (
        <circle cx={placeX(grid, line.point - 1)} cy={base} r={1.3} fill={line.point <= (line.bits.find(({ lost }) => lost)?.weight ?? -Infinity) ? 'var(--differs)' : ink} />
      )}
      {beyond && (
        <text x={tenth(placeX(grid, places.bottom - 1) + 3)} y={base} fontFamily="var(--mono)" fontSize={font} fill="var(--differs)">
          …
        </text>
      )}
    </>
  );
}
