import { formatCount } from '../../lib/words';
import { powerText, sizeText } from '../../lib/size-text';
import { logPlace, powerTicks } from '../../charts/log-axis';
import type { ExpectedRange } from '../../experiments/expected-range';
import type { RangeScale } from '../../figures/verdict/range-scale';
import { tenth, Words } from './marks';
import type { Drawing } from '../poster';
import { WIDTH } from '../poster';

const TOP = 30;
const ROW = 44;
const LABEL = 170;

/** The difference beside what orders of addition do, on one axis: what is normal, unusual, and not by order. */
export function rangeDrawing({ typical, most, yours, from, to }: RangeScale, ranges: readonly ExpectedRange[]): Drawing {
  const axis = { from, to, length: WIDTH };
  const at = (value: number): number => tenth(logPlace(axis, value));
  const base = TOP + ranges.length * ROW + 24;
  const onRight = yours > 0 && at(yours) < WIDTH / 2;
  return {
    width: WIDTH,
    height: base + 46,
    marks: (
      <>
        {[typical, most].map((limit) => (
          <line key={limit} x1={at(limit)} x2={at(limit)} y1={0} y2={base} stroke="var(--rule)" strokeDasharray="2 3" />
        ))}
        <Words x={at(typical) - 6} y={14} anchor="end" colour="var(--ink-quiet)">
          normal
        </Words>
        <Words x={(at(typical) + at(most)) / 2} y={14} anchor="middle" colour="var(--ink-quiet)">
          unusual
        </Words>
        <Words x={WIDTH} y={14} anchor="end" colour="var(--ink-quiet)">
          not by order
        </Words>
        {ranges.map(({ label, height, typical: low, most: high, measured }, i) => (
          <g key={label} transform={`translate(0 ${TOP + i * ROW})`}>
            <Words x={Math.max(LABEL, at(high))} y={14} size={14} anchor="end">
              {label}, h = {formatCount(height)}
            </Words>
            <path d={`M${at(low)} 22v10M${at(low)} 27H${at(high)}M${at(high)} 22v10`} fill="none" stroke="var(--ink)" strokeWidth={1.5} />
            {measured !== null && measured > 0 && <circle cx={at(measured)} cy={27} r={4} fill="var(--ink)" />}
          </g>
        ))}
        {yours > 0 && Number.isFinite(yours) && (
          <>
            <line x1={at(yours)} x2={at(yours)} y1={20} y2={base} stroke="var(--differs)" strokeWidth={2} />
            <Words x={at(yours) + (onRight ? 8 : -8)} y={base - 6} anchor={onRight ? 'start' : 'end'} colour="var(--differs)" bold>
              this difference, {sizeText(yours)}
            </Words>
          </>
        )}
        <line x2={WIDTH} y1={base} y2={base} stroke="var(--rule)" />
        {powerTicks(axis, 10, 52).map((power) => (
          <Words key={power} x={at(10 ** power)} y={base + 18} size={14} anchor="middle" colour="var(--ink-quiet)">
            {powerText(10, power)}
          </Words>
        ))}
        <Words x={0} y={base + 40} colour="var(--ink-quiet)">
          difference relative to Σ|x·w|; dots: orders computed here
        </Words>
      </>
    ),
  };
}
