import { useState } from 'react';
import { createStore } from 'zustand/vanilla';
import type { CursorStore } from './curve-cursor';
import { CurveCursor } from './curve-cursor';
import { CurveKey } from './curve-key';
import { readoutPlaces } from './curve-path';
import type { CurveSeries } from './curve-series';
import { CurveSlider } from './curve-slider';
import styles from './curves.module.css';
import { formatCount } from '../lib/words';
import { logExtent } from './log-axis';
import { BOTTOM_AXIS, PLOT_LEFT, PLOT_TOP, PlotAxes } from './marks/axes';
import { curveEnds, CurveLines, CurveName, curveScales, nameWidth } from './marks/curves';
import { useRoom } from './room';
import { useWidth } from './use-width';

export interface CurvesProps {
  /** Name for screen readers. */
  readonly label: string;
  readonly series: readonly CurveSeries[];
  /** What x is: a name, or a name and what it counts, as in “K, products”. */
  readonly xTitle: string;
  readonly yTitle: string;
  /** Both ends; by default, the range of the points. Set it if the series grow, to keep the axes still. */
  readonly xDomain?: readonly [number, number];
  /** A line that leaves it is cut off there; at the top, its name stands where it leaves. */
  readonly yDomain?: readonly [number, number];
  /** The x axis is linear in whole numbers instead of logarithmic. */
  readonly even?: boolean;
  /** The x axis has a tick at each power of this base; 2 by default. */
  readonly xBase?: 2 | 10;
  /** Where the curves are read while nothing is pointed at. */
  readonly mark?: number | undefined;
  /** The reader moves the mark there. */
  readonly onMark?: ((x: number) => void) | undefined;
  /** What there is to say of the curves at some x; by default, x itself. */
  readonly saying?: ((x: number) => string) | undefined;
  /** The two series, by id, whose distance is drawn where the curves are read. */
  readonly between?: readonly [string, string] | undefined;
  readonly formatY: (y: number) => string;
  /** This series is drawn over the others, which are dimmed. */
  readonly highlighted?: string | null;
  readonly onHighlight?: (id: string | null) => void;
}

/** Letters and lines on a projector, as a multiple of those on a page. */
const STAGE_SCALE = 17 / 15;

/** Width of a letter of a title. */
const LETTER = 7.2;

/** A log-log line plot, each line labelled at its end; it is read at one x, which is pointed at, dragged or moved by keys. */
export function Curves(props: CurvesProps) {
  const { label, series, formatY, highlighted = null, onHighlight, mark } = props;
  const [frame, width] = useWidth<HTMLDivElement>();
  const room = useRoom();
  const [cursor] = useState<CursorStore>(() => createStore(() => ({ at: null })));

  const scale = room === null ? 1 : STAGE_SCALE;
  const narrow = width < 560;
  const lines = narrow ? 2 : 1;
  const points = series.flatMap((one) => one.points);
  const xDomain = props.xDomain ?? logExtent(points.map(({ x }) => x), 2);
  const yDomain = props.yDomain ?? logExtent(points.flatMap(({ y, high }) => [y, high ?? y]), 10);
  const left = Math.round(PLOT_LEFT * scale);
  // On a narrow plot, what there is to say stands in lines of its own.
  const top = Math.round((PLOT_TOP + (narrow ? 38 : 0)) * scale);
  const bottom = Math.round(BOTTOM_AXIS * scale);
  const plotWidth = Math.max(80, width - left - (narrow ? 12 : Math.min(0.42 * width, nameWidth(series, scale))));
  const plotHeight = room === null ? Math.round(Math.max(200, Math.min(270, plotWidth * 0.62))) : Math.max(120, room - top - bottom - 4);
  const { plane, xTicks, yTicks } = curveScales({ xDomain, yDomain, even: props.even, xBase: props.xBase }, plotWidth, plotHeight);
  const ends = curveEnds(plane, series, scale);
  const [name = ''] = props.xTitle.split(',');
  const saying = props.saying ?? ((x: number) => (props.even ? `${name} ${x}` : `${name} = ${formatCount(x)}`));
  const shown = mark !== undefined && mark >= xDomain[0] && mark <= xDomain[1] ? mark : undefined;

  return (
    <div className={styles.curves} ref={frame}>
      <svg className={styles.plot} width={width} height={top + plotHeight + bottom} role="img" aria-label={label}>
        <g transform={`translate(${left}, ${top})`}>
          <PlotAxes length={plotWidth} height={plotHeight} xTicks={xTicks} yTicks={yTicks} xTitle={props.xTitle} yTitle={props.yTitle} left={left} above={narrow ? 58 : 18} scale={scale} />
          <CurveLines plane={plane} series={series} highlighted={highlighted} scale={scale} />
          {ends.map((end) => {
            const { id } = end.series;
            return (
              (end.leaves || !narrow) && (
                <g key={id} opacity={highlighted !== null && highlighted !== id ? 0.25 : undefined} onPointerEnter={() => onHighlight?.(id)} onPointerLeave={() => onHighlight?.(null)}>
                  <CurveName {...end} />
                </g>
              )
            );
          })}
          <CurveCursor
            cursor={cursor}
            mark={shown}
            series={series}
            plane={plane}
            between={props.between}
            formatY={formatY}
            saying={saying}
            room={narrow ? [-left, plotWidth + 12] : [LETTER * scale * props.yTitle.length + 24 - left, width - left]}
            lines={lines}
            scale={scale}
          />
        </g>
      </svg>
      <CurveSlider
        label={props.xTitle}
        axis={plane.x}
        places={readoutPlaces(series)}
        series={series}
        cursor={cursor}
        mark={shown}
        onMark={props.onMark}
        saying={saying}
        formatY={formatY}
        left={left}
        top={top}
        height={plotHeight}
      />
      {narrow && <CurveKey series={ends.filter(({ leaves }) => !leaves).map((end) => end.series)} />}
    </div>
  );
}
