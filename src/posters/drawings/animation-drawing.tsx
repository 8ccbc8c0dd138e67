import { OrderBox } from '../../charts/marks/order-box';
import { ProductCells } from '../../charts/marks/product-cells';
import { Words } from '../../charts/marks/text';
import type { OrderMark } from '../../charts/order-mark';
import type { Animation } from '../../figures/walks/animation-of-order';
import { shadeOf } from '../../figures/walks/shade';
import type { Drawing } from '../poster';
import { WIDTH } from '../poster';

interface AnimationShown {
  readonly batch: number;
  readonly animation: Animation;
  readonly mark: OrderMark;
}

const COLUMNS = 32;
const GAP = 48;
const CELL = Math.floor((WIDTH - GAP) / 2 / COLUMNS);
const HEAD = 32;
/** Side of the square with the order's letter. */
const BOX = 18;

/** Where each product goes, in two animations side by side: a cell per product, a shade per partial sum. */
export function animationDrawing(animations: readonly AnimationShown[]): Drawing {
  const rows = Math.max(1, ...animations.map(({ animation }) => Math.ceil(animation.owner.length / COLUMNS)));
  return {
    width: WIDTH,
    height: HEAD + rows * CELL,
    marks: (
      <>
        {animations.map(({ batch, animation: { accumulators, rank, owner }, mark }, side) => (
          <g key={side} transform={`translate(${side * (COLUMNS * CELL + GAP)} 0)`}>
            <g transform="translate(0 2)">
              <OrderBox mark={mark} width={BOX} height={BOX} />
            </g>
            <Words x={BOX + 8} y={16}>
              batch {batch}: {accumulators.length} partial sums
            </Words>
            <g transform={`translate(0 ${HEAD})`}>
              {accumulators.map((_, sum) => (
                <ProductCells key={sum} products={[...owner.keys()].filter((k) => owner[k] === sum)} columns={COLUMNS} size={CELL} fill={mark.colour} fillOpacity={shadeOf(rank[sum]!, accumulators.length)} />
              ))}
            </g>
          </g>
        ))}
      </>
    ),
  };
}
