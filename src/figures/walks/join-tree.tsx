import { useMemo } from 'react';
import { Figures, tenth, Words } from '../../charts/marks/text';
import { productsText } from '../../figure-parts/tree-pair/products-text';
import { formatCount } from '../../lib/words';
import { sizeText } from '../../lib/size-text';
import { joinLayout } from './join-layout';
import { shadeOf } from './shade';
import type { Animation } from './animation-of-order';
import { joinsText, sumName } from './animation-words';
import type { WalkNumbers } from './walk-numbers';
import { lostSoFar } from './walk-numbers';
import styles from './kernel-animation.module.css';

interface JoinTreeProps {
  readonly animation: Animation;
  readonly numbers: WalkNumbers;
  /** What was thrown away that fills a bar. */
  readonly most: number;
  readonly done: number;
  readonly lit: number | null;
  readonly onPoint: (sum: number | null) => void;
  /** Of the drawing, in pixels. */
  readonly width: number;
  readonly height: number;
  /** Rows that have to fit into it, so that two trees beside each other have rows of the same height. */
  readonly fits: number;
  readonly stage: boolean;
}

const GAP = 10;
/** From this width on, in pixels, there is room for what a partial sum takes. */
const ROOMY = 420;

/** The partial sums: how full each is, what rounding has thrown away of it, and the tree that joins them. */
export function JoinTree({ animation, numbers, most, done, lit, onPoint, width, height, fits, stage }: JoinTreeProps) {
  const { rows, joins, accumulators, steps } = animation;
  const layout = useMemo(() => joinLayout(animation), [animation]);
  const lost = lostSoFar(numbers, accumulators.length, done);
  const head = stage ? 26 : 22;
  const pitch = Math.max(1, Math.min(stage ? 36 : 26, Math.floor((height - head) / fits)));
  const named = pitch >= (stage ? 18 : 14);
  const letter = stage ? 9.7 : 7.9;
  const names = named ? 4 * letter : 0;
  const level = Math.min(stage ? 22 : 16, (0.34 * width) / (layout.levels + 1));
  const tree = (layout.levels + 1) * level;
  const takes = named && width >= ROOMY ? 0.28 * width : 0;
  const bars = width - names - takes - tree - 2 * GAP;
  const meter = 0.5 * bars;
  const [meterX, lostX, treeX] = [names + takes, names + takes + meter + GAP, width - tree].map(tenth) as [number, number, number];
  const half = (bars - meter) / 2;
  const y = (row: number): number => tenth(head + (row + 0.5) * pitch);
  const thick = Math.max(1, Math.min(pitch - 2, 0.5 * pitch));
  const added = animation.when.reduce((sum, when) => sum + (when < done ? 1 : 0), 0);
  const cut = (text: string): string => (text.length * letter <= takes - GAP ? text : `${text.slice(0, Math.max(0, Math.floor((takes - GAP) / letter) - 1))}…`);
  const x = (place: number): number => tenth(treeX + place * level);
  return (
    <svg width={width} height={head + rows.length * pitch} className={styles.tree} role="img" aria-label={joinsText(animation)} onPointerLeave={() => onPoint(null)}>
      <Words x={0} y={head - 8} size="var(--text-mark)" colour="var(--ink-quiet)">
        {formatCount(added)} of {formatCount(animation.owner.length)}
      </Words>
      <Words x={width} y={head - 8} size="var(--text-mark)" colour="var(--differs)" anchor="end">
        {width >= ROOMY ? 'thrown away' : 'lost'}: {sizeText(lost.reduce((sum, one) => sum + one, 0))}
      </Words>
      {rows.map((row, at) => {
        if (row.kind === 'late') {
          const join = joins[row.join]!;
          const products = join.kind === 'late' ? join.products : [];
          return (
            named && (
              <Figures key={at} x={0} y={y(at)} dy="0.34em" size="var(--text-mark)" colour={animation.joinedAt[row.join]! < done ? 'var(--ink)' : 'var(--ink-quiet)'}>
                {products.length === 0 ? 'b' : takes > 0 ? cut(productsText(products)) : `${products.length}`}
              </Figures>
            )
          );
        }
        const { products, bias } = accumulators[row.index]!;
        const count = products.reduce((sum, k) => sum + (animation.when[k]! < done ? 1 : 0), 0);
        const held = (half * lost[row.index]!) / (most || 1);
        const zero = lostX + half;
        return (
          <g key={at} onPointerEnter={() => onPoint(row.index)}>
            <rect x={0} y={tenth(y(at) - pitch / 2)} width={treeX} height={pitch} fill={lit === row.index ? 'var(--accent-wash)' : 'transparent'} />
            {named && (
              <Figures x={0} y={y(at)} dy="0.34em" size="var(--text-mark)">
                {sumName(row.index)}
              </Figures>
            )}
            {takes > 0 && (
              <Figures x={names} y={y(at)} dy="0.34em" size="var(--text-mark)" colour="var(--ink-quiet)">
                {cut(`${productsText(products)}${bias ? ', b' : ''}`)}
              </Figures>
            )}
            <rect x={meterX} y={tenth(y(at) - thick / 2)} width={tenth(meter)} height={tenth(thick)} fill="var(--pending)" />
            <rect x={meterX} y={tenth(y(at) - thick / 2)} width={tenth((meter * count) / Math.max(1, products.length))} height={tenth(thick)} fill="var(--kernel)" fillOpacity={shadeOf(animation.rank[row.index]!, accumulators.length)} />
            <path d={`M${tenth(zero)} ${tenth(y(at) - pitch / 2)}v${pitch}`} stroke="var(--hairline)" />
            <rect x={tenth(zero + Math.min(0, held))} y={tenth(y(at) - thick / 2)} width={tenth(Math.abs(held))} height={tenth(thick)} className={styles.lost} />
          </g>
        );
      })}
      {layout.joins.map(({ left, right, level: column, from }, join) => (
        <path
          key={join}
          className={styles.join}
          data-done={animation.joinedAt[join]! < done || undefined}
          data-now={(animation.joinedAt[join]! === done - 1 && done < steps.length) || undefined}
          d={`M${x(from.left)} ${y(left)}H${x(column + 0.5)}V${y(right)}H${x(from.right)}`}
        />
      ))}
      {layout.joins.map(({ left, level: column }, join) => (
        <circle key={join} className={styles.node} data-done={animation.joinedAt[join]! < done || undefined} cx={x(column + 0.5)} cy={y(left)} r={Math.min(3.5, pitch / 3)} />
      ))}
      <path className={styles.join} data-done={done >= steps.length || undefined} d={`M${x(Math.max(0, layout.levels - 0.5))} ${y(layout.root)}H${width}`} />
      {layout.joins.map(({ left, level: column }, join) => animation.joinedAt[join]! === done - 1 && <rect key={join} className={styles.shed} data-control x={x(column + 0.5) - 3} y={y(left) + 3} width={6} height={6} />)}
    </svg>
  );
}
