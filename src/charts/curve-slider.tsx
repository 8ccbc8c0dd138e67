import { useRef } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { useStore } from 'zustand';
import type { CursorStore } from './curve-cursor';
import { nearestPlace } from './curve-path';
import type { CurveSeries } from './curve-series';
import styles from './curves.module.css';
import type { Axis } from './log-axis';
import { axisValue } from './log-axis';

interface CurveSliderProps {
  /** What it moves along. */
  readonly label: string;
  readonly axis: Axis;
  /** Where it can stand, ascending. */
  readonly places: readonly number[];
  readonly series: readonly CurveSeries[];
  readonly cursor: CursorStore;
  readonly mark: number | undefined;
  /** Moves the mark; without it, only the readout moves, until the pointer or the focus leaves. */
  readonly onMark: ((x: number) => void) | undefined;
  readonly saying: (x: number) => string;
  readonly formatY: (y: number) => string;
  readonly left: number;
  readonly top: number;
  readonly height: number;
}

/** A press that moves less is a click, or a finger that scrolls the page. */
const STILL = 4;

/** The plane as a slider: it is pointed at, dragged along or moved by keys to read the curves at some x. */
export function CurveSlider({ label, axis, places, series, cursor, mark, onMark, saying, formatY, left, top, height }: CurveSliderProps) {
  const hovered = useStore(cursor, (state) => state.at);
  const pressed = useRef<{ readonly x: number; readonly to: number; dragged: boolean } | null>(null);
  const last = places.length - 1;
  const at = hovered ?? mark ?? places[last];
  if (at === undefined) return null;
  const read = (x: number | null): void => {
    if (cursor.getState().at !== x) cursor.setState({ at: x });
  };
  const move = (index: number): void => {
    const x = places[Math.max(0, Math.min(last, index))]!;
    if (onMark === undefined) read(x);
    else {
      read(null);
      if (x !== mark) onMark(x);
    }
  };
  const placeUnder = (event: PointerEvent): number => {
    const { left: from, width } = event.currentTarget.getBoundingClientRect();
    return nearestPlace(places, axisValue(axis, Math.max(0, Math.min(1, (event.clientX - from) / width))), axis);
  };
  const onPointerMove = (event: PointerEvent): void => {
    const press = pressed.current;
    if (press === null) {
      if (event.pointerType === 'mouse') read(places[placeUnder(event)]!);
      return;
    }
    press.dragged ||= Math.abs(event.clientX - press.x) > STILL;
    // An axis that has changed under the pointer is another one.
    if (press.dragged && press.to === axis.to) move(placeUnder(event));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const from = nearestPlace(places, at, axis);
    const to = { ArrowLeft: from - 1, ArrowDown: from - 1, ArrowRight: from + 1, ArrowUp: from + 1, Home: 0, End: last }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    move(to);
  };
  const values = series.flatMap(({ label: name, kind, points }) => {
    const point = kind === 'bound' ? undefined : points.find(({ x }) => x === at);
    return point === undefined ? [] : [`${name} ${formatY(point.y)}`];
  });
  return (
    <div
      className={styles.slider}
      style={{ left, top, width: axis.length, height }}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-readonly={onMark === undefined || undefined}
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={nearestPlace(places, at, axis)}
      aria-valuetext={`${saying(at)}: ${values.join(', ')}`}
      onKeyDown={onKeyDown}
      onFocus={(event) => onMark === undefined && event.currentTarget.matches(':focus-visible') && read(at)}
      onBlur={() => read(null)}
      onPointerDown={(event) => {
        pressed.current = { x: event.clientX, to: axis.to, dragged: false };
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={onPointerMove}
      onPointerUp={(event) => {
        if (pressed.current?.dragged === false) move(placeUnder(event));
        pressed.current = null;
      }}
      onPointerCancel={() => (pressed.current = null)}
      onPointerLeave={() => read(null)}
    />
  );
}
