import { useWidth } from '../../charts/use-width';
import type { Addition } from './addition';
import styles from './addition.module.css';
import type { SignificandRow } from './aligned-significands';
import { alignedSignificands } from './aligned-significands';
import { plural } from '../../lib/words';

interface AlignedBitsProps {
  readonly addition: Addition;
  readonly names: { readonly a: string; readonly b: string };
}

const LABEL = 48;
const ROW = 17;
const TOP = 18;
const WIDEST_CELL = 10.5;

/** An addition in binary, as on paper: aligned operands, the exact sum, and the 24 bits that are kept. */
export function AlignedBits({ addition, names }: AlignedBitsProps) {
  const [box, width] = useWidth<HTMLDivElement>();
  const drawn = alignedSignificands(addition);
  if (drawn === null) return <div ref={box} />;
  const { columns, edge, gap, thrownAway } = drawn;
  const cell = Math.min(WIDEST_CELL, (width - LABEL) / (columns + 1));
  const at = (column: number): number => LABEL + (column + 1) * cell;
  const rows: readonly (readonly [string, SignificandRow])[] = [
    [names.a, drawn.a],
    [names.b, drawn.b],
    ['exact', drawn.exact],
    ['float32', drawn.rounded],
  ];
  const height = TOP + rows.length * ROW + 6;
  const lastKept = Math.max(0, ...drawn.rounded.bits.map(({ column }) => column)) + 1;
  const label = `${names.a} plus ${names.b} in binary, aligned: the exact sum has bits in ${plural(new Set(drawn.exact.bits.map(({ column }) => column)).size + (gap ? gap.places - 1 : 0), 'place')}${
    thrownAway ? `, ${drawn.exact.bits.filter(({ lost }) => lost).length} of them beyond the last one kept` : ', all of them kept'
  }.`;
  return (
    <div ref={box} className={styles.bits} style={{ minHeight: height }}>
      {width > 0 && (
        <svg width={width} height={height} role="img" aria-label={label}>
          <rect x={at(0)} y={TOP - 2} width={Math.max(0, edge * cell)} height={rows.length * ROW + 6} className={styles.kept} />
          {thrownAway && <rect x={at(edge)} y={TOP - 2} width={(columns - edge) * cell} height={rows.length * ROW + 6} className={styles.beyond} />}
          {thrownAway && (
            <>
              <line x1={at(edge)} x2={at(edge)} y1={TOP - 6} y2={height} className={styles.edge} />
              <text x={at(edge) - 4} y={TOP - 6} textAnchor="end" className={styles.name}>
                {lastKept - (drawn.rounded.bits[0]?.column ?? 0)} bits kept
              </text>
              <text x={at(edge) + 4} y={TOP - 6} className={styles.thrownText}>
                lost
              </text>
            </>
          )}
          <line x1={at(-1)} x2={at(columns)} y1={TOP + 2 * ROW + 1} y2={TOP + 2 * ROW + 1} className={styles.rule} />
          {rows.map(([name, row], i) => (
            <g key={i} transform={`translate(0,${TOP + i * ROW + (i > 1 ? 3 : 0) + 12})`} style={{ fontSize: Math.min(13, cell * 1.55) }}>
              <text className={styles.name}>{name}</text>
              {row.negative && (
                <text x={at(-1) + cell / 2} textAnchor="middle" className={styles.sign}>
                  −
                </text>
              )}
              {row.bits.length === 0 && (
                <text x={at(edge) - cell / 2} textAnchor="middle" className={styles.bit}>
                  0
                </text>
              )}
              <Bits row={row} lost={false} x={(column) => at(column) + cell / 2} />
              <Bits row={row} lost x={(column) => at(column) + cell / 2} />
              {gap && i === 2 && (
                <text x={at(gap.column) + cell / 2} textAnchor="middle" className={styles.name}>
                  ⋯
                </text>
              )}
            </g>
          ))}
        </svg>
      )}
    </div>
  );
}

function Bits({ row, lost, x }: { readonly row: SignificandRow; readonly lost: boolean; readonly x: (column: number) => number }) {
  const bits = row.bits.filter((bit) => bit.lost === lost);
  if (bits.length === 0) return null;
  return (
    <text x={bits.map(({ column }) => x(column).toFixed(1)).join(' ')} textAnchor="middle" className={lost ? styles.lost : styles.bit}>
      {bits.map(({ bit }) => bit).join('')}
    </text>
  );
}
