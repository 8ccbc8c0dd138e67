import { formatCount } from '../../lib/words';
import { powerText, sizeText } from '../../lib/size-text';
import { logPlace, powerTicks } from '../../charts/log-axis';
import { useWidth } from '../../charts/use-width';
import type { Judged } from './judged';
import { rangeScale } from './range-scale';
import styles from './tolerance.module.css';

const TOP = 30;
const ROW = 46;
const BOTTOM = 46;
const SIDE = 8;
/** Room that a label needs at the left end. */
const LABEL = 150;

/** Where the reader's largest difference lies beside what orders of addition do, on one axis: relative to Σ|x·w|. */
export function RangePlot({ judged }: { readonly judged: Judged }) {
  const [frame, width] = useWidth<HTMLDivElement>();
  const { ranges, scale } = judged;
  const spanned = rangeScale(judged);
  if (spanned === null) return null;
  const { typical, most, yours } = spanned;
  const axis = { from: spanned.from, to: spanned.to, length: Math.max(120, width - 2 * SIDE) };
  const at = (value: number): number => logPlace(axis, value);
  const base = TOP + ranges.length * ROW + 8;
  const isShown = yours > 0 && Number.isFinite(yours);
  const onRight = at(yours) < axis.length / 2;
  return (
    <div className={styles.range}>
      <div ref={frame}>
        {width > 0 && (
          <svg width={width} height={base + BOTTOM} role="img" aria-label="Expected range of the difference, by order of addition; the table below has the numbers">
            <g transform={`translate(${SIDE} 0)`}>
              {[typical, most].map((limit) => (
                <line key={limit} className={styles.limit} x1={at(limit)} x2={at(limit)} y1={16} y2={base} />
              ))}
              <text className={styles.region} x={at(typical) - 6} y={12} textAnchor="end">
                normal
              </text>
              <text className={styles.region} x={(at(typical) + at(most)) / 2} y={12} textAnchor="middle">
                unusual
              </text>
              <text className={styles.region} x={axis.length} y={12} textAnchor="end">
                not by order
              </text>
              {ranges.map(({ label, typical: low, most: high, measured }, i) => (
                <g key={label} transform={`translate(0 ${TOP + i * ROW})`}>
                  <line className={styles.span} x1={at(low)} x2={at(high)} y1={28} y2={28} />
                  <line className={styles.end} x1={at(low)} x2={at(low)} y1={22} y2={34} />
                  <line className={styles.end} x1={at(high)} x2={at(high)} y1={22} y2={34} />
                  {measured !== null && measured > 0 && <circle className={styles.dot} cx={at(measured)} cy={28} r={4} />}
                </g>
              ))}
              {isShown && (
                <>
                  <line className={styles.yours} x1={at(yours)} x2={at(yours)} y1={20} y2={base} />
                  <text className={styles.yoursText} x={at(yours) + (onRight ? 6 : -6)} y={base - 4} textAnchor={onRight ? 'start' : 'end'}>
                    yours, {sizeText(yours)}
                  </text>
                </>
              )}
              {ranges.map(({ label, height, most: high, measured }, i) => (
                <g key={label} transform={`translate(0 ${TOP + i * ROW})`}>
                  <text className={styles.order} x={Math.max(LABEL, at(high))} y={15} textAnchor="end">
                    {label}, h = {formatCount(height)}
                  </text>
                  {i === 0 && measured !== null && measured > 0 && (
                    <text className={styles.region} x={at(measured) + 9} y={32}>
                      computed
                    </text>
                  )}
                </g>
              ))}
              <line className={styles.axis} x1={0} x2={axis.length} y1={base} y2={base} />
              {powerTicks(axis, 10, 52).map((power) => (
                <text key={power} className={styles.tick} x={at(10 ** power)} y={base + 17} textAnchor="middle">
                  {powerText(10, power)}
                </text>
              ))}
              <text className={styles.tick} x={0} y={base + 38}>
                difference relative to Σ|x·w|{scale?.kind === 'estimated' ? ' (estimated)' : ''}
              </text>
            </g>
          </svg>
        )}
      </div>
      <details className={styles.details}>
        <summary>These numbers as a table</summary>
        <table className={styles.ranges}>
          <thead>
            <tr>
              <th scope="col">order</th>
              <th scope="col">h</th>
              <th scope="col">2·√h·u</th>
              <th scope="col">2·h·u</th>
              <th scope="col">computed</th>
            </tr>
          </thead>
          <tbody>
            {ranges.map(({ label, height, typical: low, most: high, measured }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td data-value={height}>{formatCount(height)}</td>
                <td data-value={low}>{sizeText(low)}</td>
                <td data-value={high}>{sizeText(high)}</td>
                <td data-value={measured ?? undefined}>{measured === null ? 'K too long' : sizeText(measured)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  );
}
