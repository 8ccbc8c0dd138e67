import { useMemo } from 'react';
import { productsText } from '../../figure-parts/tree-pair/products-text';
import { plural } from '../../lib/words';
import { joinLayout } from './join-layout';
import { shadeOf } from './shade';
import type { Animation } from './animation-of-order';
import { sumName } from './animation-words';
import styles from './kernel-animation.module.css';

interface JoinTreeProps {
  readonly animation: Animation;
  readonly done: number;
  readonly lit: number | null;
  readonly onPoint: (sum: number | null) => void;
}

/** A list with more rows than this scrolls, so it can be focused. */
const SCROLLED = 12;
const ROW = 28;
const LEVEL = 16;

/** The partial sums, how full each is, and, to their right, the tree that joins them. */
export function JoinTree({ animation, done, lit, onPoint }: JoinTreeProps) {
  const { rows, joins } = animation;
  const layout = useMemo(() => joinLayout(animation), [animation]);
  const width = (layout.levels + 1) * LEVEL;
  const y = (row: number): number => row * ROW + ROW / 2;
  return (
    <div className={styles.sums} {...(rows.length > SCROLLED && { tabIndex: 0, role: 'group', 'aria-label': 'Partial sums and how they are joined' })}>
      <ul className={styles.list} aria-label="Partial sums">
        {rows.map((row, at) => {
          if (row.kind === 'late') {
            const join = joins[row.join]!;
            const products = join.kind === 'late' ? join.products : [];
            return (
              <li key={at} data-waiting={animation.joinedAt[row.join]! >= done || undefined}>
                <span>{products.length === 0 ? 'b' : ''}</span>
                <span className={styles.taken}>{products.length === 0 ? 'the bias' : productsText(products)}</span>
              </li>
            );
          }
          const { products, bias } = animation.accumulators[row.index]!;
          const count = products.reduce((sum, k) => sum + (animation.when[k]! < done ? 1 : 0), 0);
          return (
            <li
              key={at}
              data-waiting={count === 0 || undefined}
              data-lit={lit === row.index || undefined}
              onPointerEnter={() => onPoint(row.index)}
              onPointerLeave={() => onPoint(null)}
            >
              <span>{sumName(row.index)}</span>
              <span className={styles.taken}>
                {productsText(products)}
                {bias && ', b'}
              </span>
              <span className={styles.meter} aria-hidden="true">
                <span style={{ inlineSize: `${(100 * count) / Math.max(1, products.length)}%`, background: 'var(--kernel)', opacity: shadeOf(animation.rank[row.index]!, animation.accumulators.length) }} />
              </span>
              <span className={styles.count} aria-label={`${count} of ${plural(products.length, 'product')} added`}>
                {count}/{products.length}
              </span>
            </li>
          );
        })}
      </ul>
      <svg width={width} height={rows.length * ROW} className={styles.tree} role="img" aria-label={`How the ${plural(animation.accumulators.length, 'partial sum')} are joined`}>
        {layout.joins.map(({ left, right, level, from }, join) => {
          const x = (level + 0.5) * LEVEL;
          return (
            <path
              key={join}
              data-done={animation.joinedAt[join]! < done || undefined}
              data-now={(animation.joinedAt[join]! === done - 1 && done < animation.steps.length) || undefined}
              d={`M${from.left * LEVEL} ${y(left)}H${x}V${y(right)}H${from.right * LEVEL}`}
            />
          );
        })}
        {layout.joins.map(({ left, level }, join) => (
          <circle key={join} data-done={animation.joinedAt[join]! < done || undefined} cx={(level + 0.5) * LEVEL} cy={y(left)} r={3.5} />
        ))}
        <path data-done={done >= animation.steps.length || undefined} d={`M${Math.max(0, layout.levels - 0.5) * LEVEL} ${y(layout.root)}H${width}`} />
      </svg>
    </div>
  );
}
