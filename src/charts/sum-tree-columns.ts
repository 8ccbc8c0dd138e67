export const ROW_HEIGHT = 28;

/** Advance width of a digit at the sizes of marks/tree-node: 0.6 em. */
const DIGIT = 7.8;
const SMALL_DIGIT = 7.2;
const NARROWEST_LOST = 60;
const GAP = 14;
const NARROWEST_LEVEL = 6;
const WIDEST_LEVEL = 60;

/** The texts in the columns of a row. */
interface RowTexts {
  readonly label: string;
  readonly valueText: string;
  readonly lostText: string;
}

/** Where the columns of a drawn tree are, in pixels. */
export interface SumTreeColumns {
  /** Where labels end. */
  readonly label: number;
  /** Where level 0 of the tree is. */
  readonly graph: number;
  readonly levelWidth: number;
  /** The decimal point of all values. */
  readonly point: number;
  /** Where the longest value starts. */
  readonly value: number;
  /** Where the parts that rounding threw away end. */
  readonly lost: number;
  readonly width: number;
}

/** Characters before the decimal point, or all of them. */
function wholePart(text: string): number {
  const point = text.indexOf('.');
  return point < 0 ? text.length : point;
}

/** Where a value's text starts, so that decimal points line up. */
export function valueStart(columns: SumTreeColumns, text: string): number {
  return columns.point - DIGIT * wholePart(text);
}

/** The texts of a row. */
interface RowTexts {
  readonly label: string;
  readonly valueText: string;
  readonly lostText: string;
}

/** Numbers get the width they need, the tree the rest, within limits; below its minimum the drawing scrolls. */
export function sumTreeColumns(nodes: readonly RowTexts[], levels: number, available: number): SumTreeColumns {
  const longest = (length: (node: RowTexts) => number): number => Math.max(1, ...nodes.map(length));
  const label = 8 + DIGIT * longest((node) => node.label.length);
  const graph = Math.round(label + GAP);
  const whole = DIGIT * longest((node) => wholePart(node.valueText));
  const rest = DIGIT * longest((node) => node.valueText.length - wholePart(node.valueText));
  const lost = Math.max(NARROWEST_LOST, SMALL_DIGIT * longest((node) => node.lostText.length));
  const numbers = GAP + 8 + whole + rest + GAP + lost + 4;
  const levelWidth = Math.max(NARROWEST_LEVEL, Math.min(WIDEST_LEVEL, (available - graph - numbers) / Math.max(1, levels - 1)));
  const end = graph + levelWidth * (levels - 1);
  const point = end + GAP + 8 + whole;
  return { label, graph, levelWidth, point, value: point - whole, lost: end + numbers - 4, width: Math.max(available, end + numbers) };
}
