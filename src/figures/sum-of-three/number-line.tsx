import { useRef, useState } from 'react';
import type { PointerEvent } from 'react';
import { useWidth } from '../../charts/use-width';
import { nextDown, nextUp } from '../../numerics/float32';
import { powerText } from '../../lib/size-text';
import { numberText } from '../../lib/number-text';
import { keptInSight, lineTicks, snapped, windowRound } from './line-ticks';
import type { LineWindow } from './line-ticks';
import styles from './sum-of-three.module.css';

interface NumberLineProps {
  readonly name: string;
  /** A finite float32. */
  readonly value: number;
  readonly zoom: number;
  /** Null if the reader can't change it. */
  readonly onChange: ((value: number) => void) | null;
}

const HEIGHT = 42;
const AXIS = 28;
const LEAST_GAP = 6;

/** A number on a line whose ticks are float32 numbers; the reader drags it from tick to tick. */
export function NumberLine({ name, value, zoom, onChange }: NumberLineProps) {
  const [box, width] = useWidth<HTMLDivElement>();
  const [kept, setKept] = useState<LineWindow>(() => windowRound(value, zoom));
  const [dragging, setDragging] = useState(false);
  const line = useRef<SVGSVGElement>(null);
  // During a drag, the line stays still under the pointer.
  const window = dragging ? kept : keptInSight(kept, value, zoom);
  if (window !== kept) setKept(window);
  const { ticks, stride } = lineTicks(window, width, LEAST_GAP);
  const x = (place: number): number => width / 2 + ((place - window.centre) / window.half) * (width / 2);
  const move = (event: PointerEvent): void => {
    const left = line.current?.getBoundingClientRect().left ?? 0;
    const share = Math.min(1, Math.max(0, (event.clientX - left) / width));
    const to = snapped(window.centre + (2 * share - 1) * window.half, stride);
    if (Number.isFinite(to) && !Object.is(to, value)) onChange?.(to);
  };
  const step = (key: string): number | null => {
    switch (key) {
      case 'ArrowRight':
      case 'ArrowUp':
        return nextUp(value);
      case 'ArrowLeft':
      case 'ArrowDown':
        return nextDown(value);
      case 'PageUp':
        return Math.fround(value + window.half / 4);
      case 'PageDown':
        return Math.fround(value - window.half / 4);
      default:
        return null;
    }
  };
  const powers = ticks.filter(({ power }) => power);
  return (
    <div ref={box} className={styles.line} style={{ minHeight: HEIGHT }}>
      {width > 0 && (
        <svg
          ref={line}
          width={width}
          height={HEIGHT}
          data-dragging={dragging}
          data-still={onChange === null || undefined}
          onPointerDown={(event) => {
            if (onChange === null) return;
            event.currentTarget.setPointerCapture(event.pointerId);
            setDragging(true);
            move(event);
          }}
          onPointerMove={(event) => dragging && move(event)}
          onPointerUp={() => setDragging(false)}
          onPointerCancel={() => setDragging(false)}
        >
          <rect width={width} height={HEIGHT} className={styles.touch} />
          <line x1={0} x2={width} y1={AXIS} y2={AXIS} className={styles.axis} />
          <path d={ticks.map((tick) => `M${x(tick.value).toFixed(1)},${AXIS - (tick.power ? 11 : 5)}V${AXIS + (tick.power ? 11 : 5)}`).join('')} className={styles.ticks} />
          {powers.length < 3 &&
            powers.map((tick) => (
              <text key={tick.value} x={Math.min(width - 12, Math.max(12, x(tick.value)))} y={12} textAnchor="middle" className={styles.tickText}>
                {tick.value < 0 ? '−' : ''}
                {powerText(2, Math.log2(Math.abs(tick.value)))}
              </text>
            ))}
          {onChange === null ? (
            <circle cx={x(value)} cy={AXIS} r={6.5} className={styles.knob} />
          ) : (
            <g
              role="slider"
              tabIndex={0}
              aria-label={`${name} on the line`}
              aria-valuenow={value}
              aria-valuemin={window.centre - window.half}
              aria-valuemax={window.centre + window.half}
              aria-valuetext={numberText(value)}
              className={styles.thumb}
              onKeyDown={(event) => {
                const to = step(event.key);
                if (to === null) return;
                event.preventDefault();
                if (Number.isFinite(to)) onChange(to);
              }}
            >
              <circle cx={x(value)} cy={AXIS} r={14} className={styles.touch} />
              <circle cx={x(value)} cy={AXIS} r={6.5} className={styles.knob} />
            </g>
          )}
        </svg>
      )}
    </div>
  );
}
