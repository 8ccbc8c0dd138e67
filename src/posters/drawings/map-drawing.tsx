import { OrderSpan } from '../../charts/marks/order-span';
import { Figures, tenth, Words } from '../../charts/marks/text';
import type { KernelMap } from '../../figures/kernel-map/map-rows';
import { drawnSpans, MAP_KEY, mapScale } from '../../figures/kernel-map/map-scale';
import { titleOf, variantText } from '../../figures/kernel-map/map-words';
import type { Drawing } from '../poster';
import { WIDTH } from '../poster';

const NAMES = 256;
/** Margin for the letters of the last batch size. */
const RIGHT = 44;
const LENGTH = WIDTH - NAMES - RIGHT;
const ROW = 50;
const BAR = 16;
const HEAD = 24;
const FOOT = 34;
/** x positions of the key's entries. */
const KEY = [0, 110, 310, 490];

/** The recordings over their batch sizes, one colour and letter per distinct order. */
export function mapDrawing(map: KernelMap): Drawing {
  const { rows } = map;
  const scale = mapScale(map);
  const foot = HEAD + rows.length * ROW;
  return {
    width: WIDTH,
    height: foot + FOOT,
    marks: (
      <>
        <Words x={0} y={14} colour="var(--ink-quiet)">
          batch size
        </Words>
        {scale.batches.map((tick) => {
          const x = tenth(NAMES + LENGTH * scale.at(tick));
          return (
            <g key={tick}>
              <Figures x={x} y={14} size="var(--text-mark)" colour="var(--ink-quiet)">
                {tick}
              </Figures>
              <line x1={x} x2={x} y1={HEAD} y2={foot} stroke="var(--hairline)" />
            </g>
          );
        })}
        {rows.map((row, i) => (
          <g key={row.name} transform={`translate(0 ${HEAD + i * ROW + 18})`}>
            <Words x={0} y={5}>
              {titleOf(row)}
            </Words>
            <Words x={0} y={22} size="var(--text-mark)" colour="var(--ink-quiet)" halo>
              {variantText(row).details}
            </Words>
            {drawnSpans(map, row, scale, LENGTH, RIGHT).map((drawn) => (
              <g key={drawn.from} transform={`translate(${tenth(NAMES + drawn.from)} 0)`}>
                {drawn.letters !== '' && (
                  <Words x={0} y={-3} size="var(--text-mark)" bold>
                    {drawn.letters}
                  </Words>
                )}
                <OrderSpan {...drawn} height={BAR} />
              </g>
            ))}
          </g>
        ))}
        {MAP_KEY.map(({ text, ...span }, i) => (
          <g key={text} transform={`translate(${KEY[i]} ${foot + 14})`}>
            <OrderSpan {...span} height={13} />
            <Words x={span.width + 8} y={11} size="var(--text-mark)" colour="var(--ink-quiet)">
              {text}
            </Words>
          </g>
        ))}
      </>
    ),
  };
}
