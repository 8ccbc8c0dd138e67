import type { SVGAttributes } from 'react';

interface ProductCellsProps extends Pick<SVGAttributes<SVGPathElement>, 'fill' | 'fillOpacity' | 'opacity' | 'stroke' | 'strokeWidth'> {
  /** The products' indices k. */
  readonly products: readonly number[];
  /** Cells per row. */
  readonly columns: number;
  /** Of a cell and the gap after it, in pixels. */
  readonly size: number;
  /** By how much a cell is smaller on each side, in pixels. */
  readonly inset?: number;
}

/** Products as cells in rows, by ascending k, in one path. */
export function ProductCells({ products, columns, size, inset = 0, ...look }: ProductCellsProps) {
  const side = size - 1 - 2 * inset;
  const d = products.map((k) => `M${(k % columns) * size + 0.5 + inset} ${Math.floor(k / columns) * size + 0.5 + inset}h${side}v${side}h${-side}z`).join('');
  return <path d={d} {...look} />;
}
