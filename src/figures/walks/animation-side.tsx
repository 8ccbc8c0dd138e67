import type { CSSProperties } from 'react';
import { useState } from 'react';
import { useRoom } from '../../charts/room';
import { useWidth } from '../../charts/use-width';
import type { OrderMark } from '../../charts/order-mark';
import { OrderSwatch } from '../../figure-parts/order-swatch';
import { indexCount } from '../../linear/index-ranges';
import { plural } from '../../lib/words';
import type { AnimatedLayer } from './animation-choices';
import { AnimationGrid } from './animation-grid';
import { shapeText } from './animation-words';
import { gridSize } from './grid-size';
import { JoinTree } from './join-tree';
import type { Walk } from './walk';
import styles from './kernel-animation.module.css';

interface AnimationSideProps {
  readonly name: 'left' | 'right';
  readonly layer: AnimatedLayer;
  readonly walk: Walk;
  readonly mark: OrderMark;
  readonly done: number;
  /** What was thrown away that fills a bar. */
  readonly most: number;
  /** Rows of the higher of the two trees. */
  readonly rows: number;
}

/** Heights in pixels: of the grid and the tree at most, and of what is above them on a stage. */
const GRID = 200;
const TREE = 134;
const HEAD = 60;

/** One batch size's sum as it is added up: where each product goes, and how the partial sums are joined. */
export function AnimationSide({ name, layer, walk: { batch, columns, animation, numbers }, mark, done, most, rows }: AnimationSideProps) {
  const [box, width] = useWidth<HTMLElement>();
  const [lit, setLit] = useState<number | null>(null);
  const room = useRoom();
  const stage = room !== null;
  const grid = gridSize(animation.owner.length, width || 320, stage ? 0.55 * (room - HEAD) : GRID, stage);
  const count = indexCount(columns);
  return (
    <section ref={box} className={styles.side} aria-label={`Walk at batch ${batch}, ${name}`} style={{ '--kernel': mark.colour } as CSSProperties}>
      <p className={styles.kind}>
        <OrderSwatch mark={mark} /> <strong>Batch {batch}</strong>: {shapeText(animation)}
        {count < layer.outputs && ` (${count} of ${layer.outputs} outputs)`}
      </p>
      {width > 0 && (
        <>
          <AnimationGrid animation={animation} done={done} lit={lit} grid={grid} label={`${plural(animation.owner.length, 'product')} in rows, by the partial sum that each goes into`} onPoint={setLit} />
          <JoinTree
            animation={animation}
            numbers={numbers}
            most={most}
            done={done}
            lit={lit}
            onPoint={setLit}
            width={width}
            height={stage ? room - HEAD - grid.rows * grid.size : TREE}
            fits={rows}
            stage={stage}
          />
        </>
      )}
    </section>
  );
}
