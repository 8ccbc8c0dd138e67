import type { CSSProperties } from 'react';
import { useRoom } from '../../charts/room';
import { useWidth } from '../../charts/use-width';
import type { Addition } from './addition';
import styles from './addition.module.css';
import type { SignificandRow } from './aligned-significands';
import { alignedSignificands } from './aligned-significands';
import { Bits, BIT_FONT, FILLS, SignificandLine } from './significand-line';
import { plural } from '../../lib/words';

interface AlignedBitsProps {
  readonly addition: Addition;
  readonly names: { readonly a: string; readonly b: string };
}

/** What a bit's font takes of a line. */
const LINE = 1.35;

/** An addition in binary, as on paper: aligned operands, the exact sum, and the 24 bits that are kept; the others fall off. */
export function AlignedBits({ addition, names }: AlignedBitsProps) {
  const [box, width] = useWidth<HTMLDivElement>();
  const stage = useRoom() !== null;
  const drawn = alignedSignificands(addition);
  if (drawn === null) return <div ref={box} />;
  const { edge, gap, thrownAway } = drawn;
  const left = stage ? 64 : 52;
  const top = stage ? 24 : 20;
  // Where there is no room for all places, the last ones are not drawn.
  const most = Math.floor((width - left) / ((stage ? BIT_FONT.stage : BIT_FONT.least) / FILLS)) - 1;
  const columns = Math.min(drawn.columns, Math.max(1, most));
  const cell = (width - left) / (columns + 1);
  const font = Math.min((stage ? 1.4 : 1) * BIT_FONT.largest, cell * FILLS);
  const pitch = Math.min(cell, font / FILLS + 2);
  const row = Math.round(font * LINE);
  const at = (column: number): number => left + (column + 1) * pitch;
  const middle = (column: number): number => at(column) + pitch / 2;
  const rows: readonly (readonly [string, SignificandRow])[] = [
    [names.a, drawn.a],
    [names.b, drawn.b],
    ['exact', drawn.exact],
    ['float32', drawn.rounded],
  ];
  const height = top + rows.length * row + 8;
  const lastKept = Math.max(0, ...drawn.rounded.bits.map(({ column }) => column)) + 1;
  const label = `${names.a} plus ${names.b} in binary, aligned: the exact sum has bits in ${plural(new Set(drawn.exact.bits.map(({ column }) => column)).size + (gap ? gap.places - 1 : 0), 'place')}${
    thrownAway ? `, ${drawn.exact.bits.filter(({ lost }) => lost).length} of them beyond the last one kept` : ', all of them kept'
  }.`;
  return (
    <div ref={box} className={styles.bits} style={{ minHeight: height }}>
      {width > 0 && (
        <svg width={width} height={height} role="img" aria-label={label}>
          <rect x={at(0)} y={top - 2} width={Math.max(0, edge * pitch)} height={rows.length * row + 6} className={styles.kept} />
          {thrownAway && (
            <>
              <rect x={at(edge)} y={top - 2} width={Math.max(0, columns - edge) * pitch} height={rows.length * row + 6} className={styles.beyond} />
              <line x1={at(edge)} x2={at(edge)} y1={top - 6} y2={height} className={styles.edge} />
              <text x={at(edge) - 4} y={top - 6} textAnchor="end" className={styles.name}>
                {lastKept - (drawn.rounded.bits[0]?.column ?? 0)} bits kept
              </text>
              <text x={at(edge) + 4} y={top - 6} className={styles.thrownText}>
                lost
              </text>
            </>
          )}
          <line x1={at(-1)} x2={at(columns)} y1={top + 2 * row + 1} y2={top + 2 * row + 1} className={styles.rule} />
          {rows.map(([name, line], i) => (
            <g key={i} transform={`translate(0,${top + i * row + (i > 1 ? 3 : 0) + Math.round(row * 0.72)})`} style={{ fontSize: font }}>
              <text className={styles.name}>{name}</text>
              <SignificandLine row={line} columns={columns} x={middle} zero={edge - 1} gap={gap && i === 2 ? gap.column : null} />
              {i === 3 && (
                <g key={`${addition.sum}/${addition.lost}`} className={styles.fallen} data-control style={{ '--fall': `${-row}px` } as CSSProperties}>
                  <Bits row={drawn.exact} lost columns={columns} x={middle} />
                </g>
              )}
            </g>
          ))}
        </svg>
      )}
    </div>
  );
}
