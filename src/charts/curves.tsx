import { useRef, useState } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { createStore } from 'zustand/vanilla';
import type { CursorStore } from './curve-cursor';
import { CurveCursor } from './curve-cursor';
import { CurveReadout } from './curve-readout';
import { CurveTable } from './curve-table';
import { nearestPlace, placeX, readoutPlaces } from './curve-path';
import type { CurveSeries } from './curve-series';
import styles from './curves.module.css';
import { powerText } from '../lib/size-text';
import { axisValue, logExtent } from './log-axis';
import { BOTTOM_AXIS, PLOT_LEFT, PLOT_TOP, PlotAxes } from './marks/axes';
import { curveEnds, CurveLines, CurveName, curveScales, nameWidth } from './marks/curves';
import { useWidth } from './use-width';

export interface CurvesProps {
  /** Name for screen readers. */
  readonly label: string;
  readonly series: readonly CurveSeries[];
  readonly xTitle: string;
  readonly yTitle: string;
  /** Both ends; by default, the range of the points. Set it if the series grow, to keep the axes still. */
  readonly xDomain?: readonly [number, number];
  readonly yDomain?: readonly [number, number];
  /** The x axis is linear in whole numbers instead of logarithmic. */
  readonly even?: boolean;
  readonly formatX?: (x: number) => string;
  /** The x axis has a tick at each power of this base; 2 by default. */
  readonly xBase?: 2 | 10;
  /** A fixed line at this x, which is read out elsewhere. */
  readonly mark?: number;
  readonly formatY: (y: number) => string;
  /** This series is drawn over the others, which are dimmed. */
  readonly highlighted?: string | null;
  readonly onHighlight?: (id: string | null) => void;
  /** The x under the pointer or the keyboard cursor. */
  readonly onCursor?: (x: number | null) => void;
}

/** A log-log line plot, each line labelled at its end, with a readout of all lines at one x. */
export function Curves(props: CurvesProps) {
  const { label, series, formatY, highlighted = null, onHighlight, onCursor } = props;
  const [frame, width] = useWidth<HTMLDivElement>();
  const [cursor] = useState<CursorStore>(() => createStore(() => ({ at: null })));
  const keyed = useRef(0);

  const narrow = width < 560;
  const plotWidth = Math.max(80, width - PLOT_LEFT - (narrow ? 12 : Math.min(0.42 * width, nameWidth(series))));
  const plotHeight = Math.round(Math.max(240, Math.min(480, plotWidth * 0.62)));
  const points = series.flatMap((one) => one.points);
  const xDomain = props.xDomain ?? logExtent(points.map(({ x }) => x), 2);
  const yDomain = props.yDomain ?? logExtent(points.flatMap(({ y, high }) => [y, high ?? y]), 10);
  const { plane, xTicks, yTicks } = curveScales({ xDomain, yDomain, even: props.even, xBase: props.xBase }, plotWidth, plotHeight);
  const formatX = props.formatX ?? ((x: number) => (!props.even && Number.isInteger(Math.log2(x)) ? powerText(2, Math.log2(x)) : String(x)));

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

  return (
    <div className={styles.curves} ref={frame}>
      <svg
        className={styles.plot}
        width={width}
        height={PLOT_TOP + plotHeight + BOTTOM_AXIS}
        role="application"
        aria-roledescription="line chart"
        aria-label={`${label}. Left and right arrow keys move the readout.`}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onFocus={(event) => event.currentTarget.matches(':focus-visible') && move(Math.min(keyed.current, places.length - 1))}
        onBlur={leave}
      >
        <g transform={`translate(${PLOT_LEFT}, ${PLOT_TOP})`}>
          <PlotAxes length={plotWidth} height={plotHeight} xTicks={xTicks} yTicks={yTicks} xTitle={props.xTitle} yTitle={props.yTitle} />
          <CurveLines plane={plane} series={series} highlighted={highlighted} />
          {props.mark !== undefined && <line x1={placeX(plane, props.mark)} x2={placeX(plane, props.mark)} y2={plotHeight} stroke="var(--accent)" shapeRendering="crispEdges" />}
          <CurveCursor cursor={cursor} series={series} plane={plane} height={plotHeight} />
          <rect width={plotWidth} height={plotHeight} fill="transparent" onPointerMove={onPointerMove} onPointerLeave={leave} />
          {!narrow &&
            curveEnds(plane, series).map((end) => {
              const { id } = end.series;
              return (
                <g key={id} opacity={highlighted !== null && highlighted !== id ? 0.25 : undefined} onPointerEnter={() => onHighlight?.(id)} onPointerLeave={() => onHighlight?.(null)}>
                  <CurveName {...end} />
                </g>
              );
            })}
        </g>
      </svg>
      <CurveReadout series={series} cursor={cursor} names={narrow} xTitle={props.xTitle} formatX={formatX} formatY={formatY} />
      <CurveTable series={series} xTitle={props.xTitle} formatX={formatX} formatY={formatY} />
    </div>
  );
}
