import { ShareBar } from '../../charts/marks/share-bar';
import { Figures, MIDDLE, tenth, Words } from '../../charts/marks/text';
import { useRoom } from '../../charts/room';
import { useWidth } from '../../charts/use-width';
import type { NearerCount } from '../../experiments/nearer';
import { formatCount } from '../../lib/words';
import { LONG, nearerShares, SIZES } from './nearer-counts';
import styles from './nearer.module.css';

interface NearerBarsProps {
  readonly found: readonly NearerCount[];
  /** The longest sums are not shown yet. */
  readonly veiled: boolean;
}

/** Colours of the numbers on the bar: batch 1, equally near, batch 16. */
const ON = ['var(--paper)', 'var(--ink)', 'var(--paper)'] as const;

/** A bar for each length of the sums: the outputs at which either call is nearer, and those where both are as near. */
export function NearerBars({ found, veiled }: NearerBarsProps) {
  const [frame, width] = useWidth<HTMLDivElement>();
  const room = useRoom();
  const scale = room === null ? 1 : Math.min(2, room / 300);
  const names = Math.round(86 * scale);
  const head = Math.round(26 * scale);
  const row = room === null ? 44 : Math.floor((room - head - 4) / SIZES.length);
  const bar = Math.round(row * 0.7);
  const length = Math.max(100, width - names);
  const text = 15 * scale;
  return (
    <div ref={frame}>
      <svg className={styles.bars} width={width} height={head + row * SIZES.length} role="img" aria-label={`Outputs at which batch 1 or batch 16 is nearer to the exact sum, by K${veiled ? `, without K = ${formatCount(LONG)}` : ''}`}>
        {(
          [
            ['batch 1 nearer', 'start', names],
            ['even', 'middle', names + length / 2],
            ['batch 16 nearer', 'end', names + length],
          ] as const
        ).map(([words, anchor, x]) => (
          <Words key={words} x={x} y={head - 9 * scale} size={14 * scale} anchor={anchor} colour="var(--ink-quiet)">
            {words}
          </Words>
        ))}
        {SIZES.map((K, i) => {
          const count = found.find((one) => one.K === K);
          const asked = veiled && K === LONG;
          return (
            <g key={K} transform={`translate(0 ${head + i * row})`}>
              <Words x={0} y={bar / 2} dy={MIDDLE} size={text}>
                K = {formatCount(K)}
              </Words>
              <g transform={`translate(${names} 0)`}>
                <g className={asked ? styles.beneath : undefined}>
                  {count ? <CountedBar count={count} length={length} height={bar} text={text} /> : <rect width={length} height={bar} fill="var(--pending)" />}
                </g>
                {asked && (
                  <g data-control>
                    <rect width={length} height={bar} fill="var(--pending)" />
                    <Words x={length / 2} y={bar / 2} dy={MIDDLE} size={text} anchor="middle" bold>
                      ?
                    </Words>
                  </g>
                )}
              </g>
            </g>
          );
        })}
      </svg>
    </div>
  );
}

interface CountedBarProps {
  readonly count: NearerCount;
  readonly length: number;
  readonly height: number;
  /** Size of the numbers in pixels. */
  readonly text: number;
}

function CountedBar({ count, length, height, text }: CountedBarProps) {
  const parts = nearerShares(count);
  return (
    <>
      <ShareBar parts={parts} width={length} height={height} />
      {[count.first, count.even, count.second].map((outputs, i) => {
        const before = parts.slice(0, i).reduce((sum, { share }) => sum + share, 0);
        const words = formatCount(outputs);
        const size = i === 1 ? text * 0.86 : text;
        // The table has what does not fit its part of the bar.
        if (parts[i]!.share * length < (words.length + 0.5) * 0.62 * size) return null;
        return (
          <Figures key={i} x={tenth((before + parts[i]!.share / 2) * length)} y={height / 2} dy={MIDDLE} size={size} anchor="middle" colour={ON[i]!} bold={i !== 1}>
            {words}
          </Figures>
        );
      })}
    </>
  );
}
