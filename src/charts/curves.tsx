import { useRef, useState } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { createStore } from 'zustand/vanilla';
import type { CursorStore } from './curve-cursor';
import { CurveCursor } from './curve-cursor';
import { CurveReadout } from './curve-readout';
import { CurveTable } from './curve-table';
import { bandPath, linePath, nearestPlace, placeX, placeY, readoutPlaces } from './curve-path';
import type { CurveSeries } from './curve-series';
import styles from './curves.module.css';
import { powerText } from '../lib/size-text';
import { axisValue, logExtent, powerTicks, wholeTicks } from './log-axis';
import { placeLabels } from './place-labels';
import { useWidth } from './use-width';

export interface CurvesProps {
  /** Name for screen readers. */
  readonly label: string;
  readonly series: readonly CurveSeries[];
  readonly xTitle: string;
  readonly yTitle: string;
  /** Both ends; without it, what the points span. Give it where the series grow, so that the axes stand still. */
  readonly xDomain?: readonly [number, number];
  readonly yDomain?: readonly [number, number];
  /** The x axis counts whole numbers evenly instead of being logarithmic. */
  readonly even?: boolean;
  readonly formatX?: (x: number) => string;
  /** The x axis has a tick for each power of it: 2 where it is left out. */
  readonly xBase?: 2 | 10;
  /** A standing line at this x: what is read off elsewhere. */
  readonly mark?: number;
  readonly formatY: (y: number) => string;
  /** This series is drawn over the others, which step back. */
  readonly highlighted?: string | null;
  readonly onHighlight?: (id: string | null) => void;
  /** The x under the pointer or the keyboard cursor. */
  readonly onCursor?: (x: number | null) => void;
}

const LINE_HEIGHT = 17;
const TOP = 34;
const LEFT = 48;
const BOTTOM = 46;

/** Lines on two logarithmic axes, named at their ends, with a readout of all of them at one x. */
export function Curves(props: CurvesProps) {
  const { label, series, formatY, highlighted = null, onHighlight, onCursor, xBase = 2 } = props;
  const [frame, width] = useWidth<HTMLDivElement>();
  const [cursor] = useState<CursorStore>(() => createStore(() => ({ at: null })));
  const keyed = useRef(0);

  const labelWidth = Math.min(0.42 * width, 14 + 7.4 * Math.max(0, ...series.map((one) => one.label.length)));
  const narrow = width < 560;
  const plotWidth = Math.max(80, width - LEFT - (narrow ? 12 : labelWidth));
  const plotHeight = Math.round(Math.max(240, Math.min(480, plotWidth * 0.62)));
  const points = series.flatMap((one) => one.points);
  const [xFrom, xTo] = props.xDomain ?? logExtent(points.map(({ x }) => x), 2);
  const [yFrom, yTo] = props.yDomain ?? logExtent(points.flatMap(({ y, high }) => [y, high ?? y]), 10);
  const even = props.even === true ? { from: xFrom, to: xTo, length: plotWidth, even: true as const } : null;
  const plane = { x: even ?? { from: xFrom, to: xTo, length: plotWidth }, y: { from: yFrom, to: yTo, length: plotHeight } };
  const ticks = even ? wholeTicks(even, 32).map((x) => ({ x, text: String(x) })) : powerTicks(plane.x, xBase, 44).map((power) => ({ x: xBase ** power, text: powerText(xBase, power) }));
  const formatX = props.formatX ?? ((x: number) => (even === null && Number.isInteger(Math.log2(x)) ? powerText(2, Math.log2(x)) : String(x)));

  const ends = series.flatMap((one) => {
    const end = one.points.findLast(({ y }) => y > 0 && Number.isFinite(y));
    return end === undefined ? [] : [{ ...one, end }];
  });
  const labelTops = placeLabels(ends.map(({ end }) => placeY(plane, end.y)), LINE_HEIGHT, 4, plotHeight);

  const places = readoutPlaces(series);
  const move = (index: number): void => {
    const x = places[index];
    if (x === undefined) return;
    keyed.current = index;
    if (cursor.getState().at === x) return;
    cursor.setState({ at: x });
    onCursor?.(x);
  };
  const leave = (): void => {
    cursor.setState({ at: null });
    onCursor?.(null);
  };
  const onPointerMove = (event: PointerEvent<SVGRectElement>): void => {
    const share = (event.clientX - event.currentTarget.getBoundingClientRect().left) / plotWidth;
    move(nearestPlace(places, axisValue(plane.x, share), plane.x));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const last = places.length - 1;
    const to = { ArrowLeft: keyed.current - 1, ArrowRight: keyed.current + 1, Home: 0, End: last }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    move(Math.max(0, Math.min(last, to)));
  };
  const faded = (id: string): string | undefined => (highlighted !== null && highlighted !== id ? styles.faded : undefined);

  return (
    <div className={styles.curves} ref={frame}>
      <svg
        className={styles.plot}
        width={width}
        height={TOP + plotHeight + BOTTOM}
        role="application"
        aria-roledescription="line chart"
        aria-label={`${label}. Left and right arrow keys move the readout.`}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onFocus={(event) => event.currentTarget.matches(':focus-visible') && move(Math.min(keyed.current, places.length - 1))}
        onBlur={leave}
      >
        <g transform={`translate(${LEFT}, ${TOP})`}>
          {powerTicks(plane.y, 10, 26).map((power) => (
            <g key={power} transform={`translate(0, ${placeY(plane, 10 ** power)})`}>
              <line x2={plotWidth} className={styles.grid} />
              <text x={-8} dy="0.32em" textAnchor="end" className={styles.tick}>
                {powerText(10, power)}
              </text>
            </g>
          ))}
          {ticks.map(({ x, text }) => (
            <g key={x} transform={`translate(${placeX(plane, x)}, ${plotHeight})`}>
              <line y2={5} className={styles.axis} />
              <text y={19} textAnchor="middle" className={styles.tick}>
                {text}
              </text>
            </g>
          ))}
          <line x2={plotWidth} y1={plotHeight} y2={plotHeight} className={styles.axis} />
          <text x={-LEFT} y={-18} className={styles.title}>{props.yTitle}</text>
          <text x={plotWidth} y={plotHeight + 39} textAnchor="end" className={styles.title}>{props.xTitle}</text>
          {series.map((one) => <path key={one.id} d={bandPath(plane, one.points)} fill={one.colour} className={`${styles.band} ${faded(one.id) ?? ''}`} />)}
          {series.map((one) => (
            <path key={one.id} d={linePath(plane, one.points)} stroke={one.colour} className={`${one.kind === 'bound' ? styles.bound : styles.line} ${faded(one.id) ?? ''}`} />
          ))}
          {props.mark !== undefined && <line x1={placeX(plane, props.mark)} x2={placeX(plane, props.mark)} y2={plotHeight} className={styles.mark} />}
          <CurveCursor cursor={cursor} series={series} plane={plane} height={plotHeight} />
          <rect width={plotWidth} height={plotHeight} fill="transparent" onPointerMove={onPointerMove} onPointerLeave={leave} />
          {!narrow &&
            ends.map(({ id, label: name, colour, end }, i) => (
              <g key={id} className={faded(id)} onPointerEnter={() => onHighlight?.(id)} onPointerLeave={() => onHighlight?.(null)}>
                <path d={`M${placeX(plane, end.x) + 3},${placeY(plane, end.y)}L${placeX(plane, end.x) + 9},${labelTops[i]}`} stroke={colour} className={styles.leader} />
                <text x={placeX(plane, end.x) + 12} y={labelTops[i]} dy="0.32em" className={styles.name}>
                  {name}
                </text>
              </g>
            ))}
        </g>
      </svg>
      <CurveReadout series={series} cursor={cursor} names={narrow} xTitle={props.xTitle} formatX={formatX} formatY={formatY} />
      <CurveTable series={series} xTitle={props.xTitle} formatX={formatX} formatY={formatY} />
    </div>
  );
}
