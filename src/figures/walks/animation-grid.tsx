import type { PointerEvent } from 'react';
import { ProductCells } from '../../charts/marks/product-cells';
import { useWidth } from '../../charts/use-width';
import { shadeOf } from './shade';
import type { Animation } from './animation-of-order';
import { sumName } from './animation-words';
import styles from './kernel-animation.module.css';

interface AnimationGridProps {
  readonly animation: Animation;
  readonly done: number;
  /** The partial sum pointed at; the others fade. */
  readonly lit: number | null;
  readonly label: string;
  readonly onPoint: (sum: number | null) => void;
}

const LARGEST_CELL = 26;
/** Cells at least this large, in pixels, show their number. */
const NUMBERED = 20;

/** Cells per row. Lanes and blocks are powers of two or multiples of 32, so they show as columns and bands. */
function columnsFor(K: number): number {
  return K <= 64 ? Math.min(K, 16) : 32;
}

/** The K products in rows; once added, each is filled with the shade of its partial sum. */
export function AnimationGrid({ animation, done, lit, label, onPoint }: AnimationGridProps) {
  const [frame, width] = useWidth<HTMLDivElement>();
  const K = animation.owner.length;
  const columns = columnsFor(K);
  const size = Math.min(LARGEST_CELL, Math.max(1, Math.floor((width || 320) / columns)));
  const rows = Math.ceil(K / columns);
  const filled: number[][] = animation.accumulators.map(() => []);
  const now: number[] = [];
  const waiting: number[] = [];
  for (let k = 0; k < K; k++) {
    (animation.when[k]! < done ? filled[animation.owner[k]!]! : waiting).push(k);
    if (animation.when[k]! === done - 1) now.push(k);
  }
  const point = (event: PointerEvent<SVGSVGElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const k = Math.floor((event.clientY - box.top) / size) * columns + Math.floor((event.clientX - box.left) / size);
    onPoint(animation.owner[k] ?? null);
  };
  const last = done >= animation.steps.length;
  return (
    <div ref={frame} className={styles.grid}>
      <svg width={columns * size} height={rows * size} role="img" aria-label={label} onPointerMove={point} onPointerLeave={() => onPoint(null)}>
        <ProductCells products={waiting} columns={columns} size={size} fill="var(--pending)" />
        {filled.map((products, index) => (
          <g key={index} data-sum={sumName(index)} data-count={products.length} opacity={lit === null || lit === index ? 1 : 0.25}>
            <ProductCells products={products} columns={columns} size={size} fill="var(--kernel)" fillOpacity={shadeOf(animation.rank[index]!, filled.length)} />
          </g>
        ))}
        {!last && <ProductCells products={now} columns={columns} size={size} fill="none" stroke="var(--ink)" strokeWidth={2} />}
        {size >= NUMBERED &&
          Array.from({ length: K }, (_, k) => (
            <text key={k} x={((k % columns) + 0.5) * size} y={(Math.floor(k / columns) + 0.5) * size} className={styles.cellNumber} data-filled={animation.when[k]! < done || undefined}>
              {k}
            </text>
          ))}
      </svg>
    </div>
  );
}
