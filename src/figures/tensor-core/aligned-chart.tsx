import type { CSSProperties, KeyboardEvent, PointerEvent } from 'react';
import { numberText } from '../../lib/number-text';
import { formatCount } from '../../lib/words';
import { useRef, useState } from 'react';
import type { Places } from '../../charts/aligned-terms';
import { placesOf } from '../../charts/aligned-terms';
import { AlignedRows, bitGrid, gridHeight, hasNames, placeX, ROWS_TOP, rowY } from '../../charts/marks/aligned-rows';
import { roomScale, useRoom } from '../../charts/room';
import { useWidth } from '../../charts/use-width';
import { lossWords, rowTexts, stepLabel } from '../../figure-parts/addition/term-words';
import type { Step } from './step';
import { termName, termNames } from './step-words';
import { SIZES } from './term-size';
import styles from './tensor-core.module.css';

interface AlignedChartProps {
  readonly step: Step;
  /** The terms' sizes as exponents; null for a zero, which has none. */
  readonly sizes: readonly (number | null)[];
  /** Null if the reader can't change them. */
  readonly onSize: ((term: number, size: number) => void) | null;
}

interface Drag {
  readonly term: number;
  readonly size: number;
  readonly x: number;
  /** The grid stays still under the pointer. */
  readonly places: Places;
}

/** What the drawing needs with everything beside it, in pixels. */
const LARGE = { width: 800, height: 276 };
const LETTERS = { '--text-mark': '13px' } as CSSProperties;

/** All terms of the step in binary; a term is dragged, or moved by keyboard, to another size. */
export function AlignedChart({ step, sizes, onSize }: AlignedChartProps) {
  const [box, width] = useWidth<HTMLDivElement>();
  const drawing = useRef<SVGSVGElement>(null);
  const [drag, setDrag] = useState<Drag | null>(null);
  const { aligned, terms } = step;
  const wanted = placesOf(aligned);
  const places = drag === null ? wanted : { top: Math.max(wanted.top, drag.places.top), bottom: drag.places.bottom };
  const room = useRoom();
  const scale = roomScale(room, width, LARGE);
  const grid = bitGrid(places, width / scale, room === null ? null : { height: room / scale, terms: terms.length });
  const height = gridHeight(grid, terms.length);
  const move = (event: PointerEvent): void => {
    if (drag === null) return;
    const to = clamped(drag.size + Math.round((drag.x - event.clientX) / (scale * grid.cell)));
    if (to !== sizes[drag.term]) onSize?.(drag.term, to);
  };
  const start = (event: PointerEvent<SVGGElement>, term: number, size: number): void => {
    drawing.current?.setPointerCapture(event.pointerId);
    event.currentTarget.focus({ preventScroll: true });
    event.preventDefault();
    setDrag({ term, size, x: event.clientX, places });
  };
  const press = (event: KeyboardEvent, term: number, size: number): void => {
    const to = sizeAfter(event.key, size);
    if (to === null) return;
    event.preventDefault();
    if (to !== size) onSize?.(term, to);
  };
  return (
    <div ref={box} className={styles.chart} style={{ minHeight: scale * height }}>
      {width > 0 && (
        <svg
          ref={drawing}
          width={width}
          height={scale * height}
          viewBox={`0 0 ${width / scale} ${height}`}
          // The drawing is what becomes larger, not its letters once more.
          style={scale > 1 ? LETTERS : undefined}
          role={onSize === null ? 'img' : 'group'}
          aria-label={stepLabel(aligned, termNames(terms.length))}
          data-dragging={drag !== null || undefined}
          onPointerMove={move}
          onPointerUp={() => setDrag(null)}
          onPointerCancel={() => setDrag(null)}
        >
          <AlignedRows aligned={aligned} texts={rowTexts(step, termNames(terms.length, !hasNames(grid)), !hasNames(grid))} grid={grid} />
          {onSize !== null &&
            sizes.map((size, term) => {
              if (size === null) return null;
              const first = aligned.terms[term]!.bits[0]!.weight;
              const y = rowY(grid, term, terms.length);
              const x = Math.min(placeX(grid, first + 1) - grid.cell / 2, placeX(grid, places.bottom + 1));
              return (
                <g
                  key={term}
                  role="slider"
                  tabIndex={0}
                  aria-label={`Size of ${termName(term)}`}
                  aria-valuemin={SIZES.min}
                  aria-valuemax={SIZES.max}
                  aria-valuenow={size}
                  aria-valuetext={`2 to the ${formatCount(size)}: ${numberText(terms[term]!.value)}, ${lossWords(terms[term]!)}`}
                  className={styles.term}
                  onPointerDown={(event) => start(event, term, size)}
                  onKeyDown={(event) => press(event, term, size)}
                >
                  <rect x={0} y={ROWS_TOP + term * grid.row} width={grid.width} height={grid.row} className={styles.touch} />
                  <path d={grip(x, y)} className={styles.grip} />
                </g>
              );
            })}
        </svg>
      )}
    </div>
  );
}

/** Two arrows, to the left and to the right. */
function grip(x: number, y: number): string {
  return `M${x - 1.5},${y - 4}v8l-5,-4zM${x + 1.5},${y - 4}v8l5,-4z`;
}

function clamped(size: number): number {
  return Math.min(SIZES.max, Math.max(SIZES.min, size));
}

/** As the bits move: the left arrow moves them left, to a larger number. */
function sizeAfter(key: string, size: number): number | null {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowUp':
      return clamped(size + 1);
    case 'ArrowRight':
    case 'ArrowDown':
      return clamped(size - 1);
    case 'PageUp':
      return clamped(size + 8);
    case 'PageDown':
      return clamped(size - 8);
    case 'Home':
      return SIZES.min;
    case 'End':
      return SIZES.max;
    default:
      return null;
  }
}
