import type { KernelMap, MapRow, MapSpan } from '../../figures/kernel-map/map-rows';
import { titleOf } from '../../figures/kernel-map/map-words';
import { orderColour } from '../../figure-parts/order-colours';
import { Figures, tenth, Words } from '../../charts/marks/text';
import type { Drawing } from '../poster';
import { WIDTH } from '../poster';

const NAMES = 256;
/** For the letters of the last batch size. */
const RIGHT = 40;
const ROW = 44;
const BAR = 16;
const HEAD = 24;

/** The recordings over a logarithmic axis of batch sizes, one colour and letter per distinct order. */
export function mapDrawing({ rows, orders, largest }: KernelMap): Drawing {
  const end = Math.log2(largest + 1);
  const at = (batch: number): number => tenth(NAMES + ((WIDTH - NAMES - RIGHT) * Math.log2(batch)) / end);
  const ticks = Array.from({ length: Math.floor(Math.log2(largest)) + 1 }, (_, power) => 2 ** power);
  const span = ({ batch, until, parts, next, opens }: MapSpan) => {
    const [from, sure, to] = [at(batch), at(batch + 1), at(until ?? batch + 1)];
    const total = parts.reduce((sum, { share }) => sum + Math.max(share, 0.25), 0);
    let top = 0;
    return (
      <g key={batch}>
        {opens && (
          <Words x={from} y={-3} size={13} colour="var(--ink-quiet)">
            {parts.map(({ key }) => orders.get(key)!.letter).join(' + ')}
          </Words>
        )}
        {parts.map(({ key, share }) => {
          const height = (BAR * Math.max(share, 0.25)) / total;
          const y = tenth(top);
          top += height;
          const colour = `var(${orderColour(key)})`;
          return (
            <g key={key}>
              {next !== null && <rect x={sure} y={y} width={tenth(Math.max(0, to - sure))} height={tenth(height)} fill={colour} fillOpacity={next === 'same' ? 0.45 : 0.15} />}
              <rect x={from} y={y} width={tenth(Math.min(sure, to) - from)} height={tenth(height)} fill={colour} />
            </g>
          );
        })}
      </g>
    );
  };
  return {
    width: WIDTH,
    height: HEAD + rows.length * ROW,
    marks: (
      <>
        <Words x={0} y={14} colour="var(--ink-quiet)">
          batch size
        </Words>
        {ticks.map((tick) => (
          <g key={tick}>
            <Figures x={at(tick)} y={14} size={13} colour="var(--ink-quiet)">
              {tick}
            </Figures>
            <line x1={at(tick)} x2={at(tick)} y1={HEAD} y2={HEAD + rows.length * ROW - 4} stroke="var(--hairline)" />
          </g>
        ))}
        {rows.map((row: MapRow, i) => (
          <g key={row.name} transform={`translate(0 ${HEAD + i * ROW + 18})`}>
            <Words x={0} y={5}>
              {titleOf(row)}
            </Words>
            <Words x={0} y={21} size={13} colour="var(--ink-quiet)">
              {row.library.backend && `${row.library.backend}, `}{row.inFeatures} → {row.outFeatures}
            </Words>
            {row.spans.map(span)}
          </g>
        ))}
      </>
    ),
  };
}
