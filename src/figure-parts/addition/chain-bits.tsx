import { Figures } from '../../charts/marks/text';
import { useRoom } from '../../charts/room';
import { useWidth } from '../../charts/use-width';
import { numberText } from '../../lib/number-text';
import { plural } from '../../lib/words';
import type { Addition } from './addition';
import styles from './addition.module.css';
import { alignedChain } from './aligned-significands';
import { BIT_FONT, FILLS, SignificandLine } from './significand-line';

interface ChainBitsProps {
  readonly first: Addition;
  readonly third: number;
  readonly second: Addition;
  /** Of the two numbers, their sum, the third, and the sum of all. */
  readonly names: readonly string[];
  /** Height of the drawing on a stage, in pixels. */
  readonly height: number;
}

/** What a bit's font takes of a line. */
const LINE = 1.3;
/** From this width on, in pixels, there is room for the numbers in decimal. */
const VALUED = 560;
/** Room for “lost” beside the bits that are. */
const LOST = 36;
/** Above a sum, for the line under what is added. */
const RULE = 5;

/** Two additions one after the other in binary, as on paper; the bits that each rounding loses are marked. */
export function ChainBits({ first, third, second, names, height: given }: ChainBitsProps) {
  const [box, width] = useWidth<HTMLDivElement>();
  const stage = useRoom() !== null;
  const chain = alignedChain(first, third, second);
  if (chain === null) return <div ref={box} />;
  const { rows, gap } = chain;
  const values = width < VALUED ? null : [first.a, first.b, first.sum, third, second.sum].map(numberText);
  const letter = stage ? 9.7 : 7.9;
  const left = 0.82 * letter * Math.max(...names.map((name) => name.length)) + 6 + (values === null ? 0 : letter * Math.max(...values.map((value) => value.length)) + 14);
  const least = stage ? BIT_FONT.stage : BIT_FONT.least;
  const columns = Math.min(chain.columns, Math.max(1, Math.floor((width - left) / (least / FILLS)) - 1));
  const most = stage ? Math.max(BIT_FONT.stage, (given - 2 * RULE - 4) / (5 * LINE)) : BIT_FONT.largest;
  const font = Math.min(most, ((width - left) / (columns + 1)) * FILLS);
  const cell = font / FILLS;
  const row = Math.round(font * LINE);
  const x = (column: number): number => left + (column + 1) * cell;
  const y = (index: number): number => index * row + (index > 1 ? RULE : 0) + (index > 3 ? RULE : 0);
  const height = y(5) + 4;
  const label = [2, 4].map((index) => `${names[index]}: ${plural(rows[index]!.bits.filter(({ lost }) => lost).length, 'bit')} lost`).join('; ');
  return (
    <div ref={box} className={styles.bits} style={{ minHeight: height }}>
      {width > 0 && (
        <svg width={width} height={height} role="img" aria-label={`In binary, aligned. ${label}.`}>
          {[2, 4].map((index) => {
            const lost = rows[index]!.bits.filter((bit) => bit.lost && bit.column < columns);
            if (lost.length === 0) return null;
            const [from, to] = [x(lost[0]!.column), x(lost.at(-1)!.column + 1)];
            return (
              <g key={index}>
                <rect x={from} y={y(index)} width={to - from} height={row} className={styles.beyond} />
                {to + LOST < width && (
                  <text x={to + 5} y={y(index) + Math.round(row * 0.74)} className={styles.thrownText}>
                    lost
                  </text>
                )}
              </g>
            );
          })}
          {[2, 4].map((index) => (
            <line key={index} x1={x(-1)} x2={x(columns)} y1={y(index) - 2} y2={y(index) - 2} className={styles.rule} />
          ))}
          {rows.map((line, i) => (
            <g key={i} transform={`translate(0,${y(i) + Math.round(row * 0.74)})`} style={{ fontSize: font }}>
              <text className={i === 2 || i === 4 ? styles.sumName : styles.name}>{names[i]}</text>
              {values && (
                <Figures x={left - 8} y={0} anchor="end" size="var(--text-mark)" colour={i === 2 || i === 4 ? 'var(--ink)' : 'var(--ink-quiet)'}>
                  {values[i]}
                </Figures>
              )}
              <SignificandLine
                row={line}
                columns={columns}
                x={(column) => x(column) + cell / 2}
                zero={Math.min(23, columns - 1)}
                gap={gap && i % 2 === 0 && i > 0 && line.bits.some(({ column }) => column < gap.column) && line.bits.some(({ column }) => column > gap.column) ? gap.column : null}
              />
            </g>
          ))}
        </svg>
      )}
    </div>
  );
}
