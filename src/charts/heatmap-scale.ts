import { colourTable, RAMP_PROPERTIES, rampColours, rampTable } from './heatmap-colours';
import type { OrderMark } from './order-mark';

/** What the numbers of a map are. */
export type HeatmapScale =
  /** Signed; 0 means equal bits and stays blank, NaN means not computed yet. */
  | {
      readonly kind: 'differences';
      /** The |difference| that has the full colour; the scale is symmetric (see rampIndex). */
      readonly limit: number;
      readonly formatValue: (difference: number) => string;
    }
  /** Places in this list. */
  | { readonly kind: 'orders'; readonly orders: readonly ScaleOrder[] };

/** One of the orders that a map shows. */
export interface ScaleOrder {
  readonly mark: OrderMark;
  /** In the notation. */
  readonly text: string;
  /** How many outputs of the map took it: "29,184 of 98,304 outputs". */
  readonly count: string;
}

/** The custom properties that a map on this scale is painted with. */
export function scaleProperties(scale: HeatmapScale): readonly string[] {
  return scale.kind === 'differences' ? RAMP_PROPERTIES : scale.orders.map(({ mark }) => propertyIn(mark.colour));
}

/** The scale's colours as RGBA bytes: the ramp, or a colour for each order. */
export function scaleTable(scale: HeatmapScale, valueOf: (property: string) => string): Uint8ClampedArray {
  return scale.kind === 'differences' ? rampTable(rampColours(valueOf)) : colourTable(scaleProperties(scale).map(valueOf));
}

/** The scale's limit; null where the numbers are themselves places in the table. */
export function scaleLimit(scale: HeatmapScale): number | null {
  return scale.kind === 'differences' ? scale.limit : null;
}

/** `var(--order-3)` → `--order-3` */
function propertyIn(colour: string): string {
  return colour.slice('var('.length, -1);
}
