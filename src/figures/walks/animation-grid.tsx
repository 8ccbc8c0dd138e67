import type { PointerEvent } from 'react';
import { ProductCells } from '../../charts/marks/product-cells';
import { shadeOf } from './shade';
import type { Animation } from './animation-of-order';
import { sumName } from './animation-words';
import type { GridSize } from './grid-size';
import styles from './kernel-animation.module.css';

interface AnimationGridProps {
  readonly animation: Animation;
  readonly done: number;
  /** The partial sum pointed at; the others fade. */
  readonly lit: number | null;
  readonly label: string;
  readonly grid: GridSize;
  readonly onPoint: (sum: number | null) => void;
}

/** The K products in rows, in the shade of the partial sum that each goes into: small at first, and filled once added. */
export function AnimationGrid({ animation, done, lit, label, grid: { columns, rows, size, numbered }, onPoint }: AnimationGridProps) {
  const K = animation.owner.length;
  const filled: number[][] = animation.accumulators.map(() => []);
  const waiting: number[][] = animation.accumulators.map(() => []);
  const now: number[] = [];
  for (let k = 0; k < K; k++) {
    (animation.when[k]! < done ? filled : waiting)[animation.owner[k]!]!.push(k);
    if (animation.when[k]! === done - 1) now.push(k);
  }
  const point = (event: PointerEvent<SVGSVGElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const k = Math.floor((event.clientY - box.top) / size) * columns + Math.floor((event.clientX - box.left) / size);
    onPoint(animation.owner[k] ?? null);
  };
  return (
    <svg width={columns * size} height={rows * size} role="img" aria-label={label} onPointerMove={point} onPointerLeave={() => onPoint(null)}>
      {filled.map((products, index) => (
        <g key={index} data-sum={sumName(index)} data-count={products.length} opacity={lit === null || lit === index ? 1 : 0.25} fill="var(--kernel)" fillOpacity={shadeOf(animation.rank[index]!, filled.length)}>
          <ProductCells products={waiting[index]!} columns={columns} size={size} inset={Math.max((size - 1) / 4, Math.floor(size / 4))} />
          <ProductCells products={products} columns={columns} size={size} />
        </g>
      ))}
      {done < animation.steps.length && <ProductCells products={now} columns={columns} size={size} fill="none" stroke="var(--ink)" strokeWidth={2} />}
      {numbered &&
        Array.from({ length: K }, (_, k) => (
          <text key={k} x={((k % columns) + 0.5) * size} y={(Math.floor(k / columns) + 0.5) * size} className={styles.cellNumber}>
            {k}
          </text>
        ))}
    </svg>
  );
}
