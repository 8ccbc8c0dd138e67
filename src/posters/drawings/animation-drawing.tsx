import { shareOfShade } from '../../figures/walks/shade';
import type { Animation } from '../../figures/walks/animation-of-order';
import { Words } from '../../charts/marks/text';
import type { Drawing } from '../poster';
import { WIDTH } from '../poster';

interface WalkShown {
  readonly batch: number;
  readonly walk: Animation;
  /** Colour of its order, as a CSS value. */
  readonly colour: string;
}

const COLUMNS = 32;
const GAP = 48;
const CELL = Math.floor((WIDTH - GAP) / 2 / COLUMNS);
const HEAD = 32;

function cells(products: readonly number[]): string {
  return products.map((k) => `M${(k % COLUMNS) * CELL} ${Math.floor(k / COLUMNS) * CELL}h${CELL - 1}v${CELL - 1}h${1 - CELL}z`).join('');
}

/** Where each product goes, in two walks side by side: a cell per product, a shade per partial sum. */
export function animationDrawing(walks: readonly WalkShown[]): Drawing {
  const rows = Math.max(1, ...walks.map(({ walk }) => Math.ceil(walk.owner.length / COLUMNS)));
  return {
    width: WIDTH,
    height: HEAD + rows * CELL,
    marks: (
      <>
        {walks.map(({ batch, walk, colour }, side) => (
          <g key={side} transform={`translate(${side * (COLUMNS * CELL + GAP)} 0)`}>
            <Words x={0} y={16}>
              batch {batch}: {walk.accumulators.length} partial sums
            </Words>
            <g transform={`translate(0 ${HEAD})`}>
              {walk.accumulators.map((_, sum) => (
                <path
                  key={sum}
                  d={cells([...walk.owner.keys()].filter((k) => walk.owner[k] === sum))}
                  fill={colour}
                  fillOpacity={shareOfShade(walk.rank[sum]!, walk.accumulators.length)}
                />
              ))}
            </g>
          </g>
        ))}
      </>
    ),
  };
}
