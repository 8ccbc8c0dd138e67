import type { SVGAttributes } from 'react';

interface ProductCellsProps extends Pick<SVGAttributes<SVGPathElement>, 'fill' | 'fillOpacity' | 'opacity' | 'stroke' | 'strokeWidth'> {
  /** The products' indices k. */
  readonly products: readonly number[];
  /** Cells per row. */
  readonly columns: number;
  /** Of a cell and the gap after it, in pixels. */
  readonly size: number;
}

/** Products as cells in rows, by ascending k, in one path. */
export function ProductCells({ products, columns, size, ...look }: ProductCellsProps) {
  const d = products.map((k) => `M${(k % columns) * size + 0.5} ${Math.floor(k / columns) * size + 0.5}h${size - 1}v${size - 1}h${1 - size}z`).join('');
  return <path d={d} {...look} />;
}
