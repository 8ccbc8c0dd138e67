import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { Plane } from './curve-path';
import { placeX, placeY } from './curve-path';
import type { CurveSeries } from './curve-series';

/** The x of the readout; null for none. Kept outside the chart's state, so that moving the pointer does not re-render the chart. */
export type CursorStore = StoreApi<{ readonly at: number | null }>;

interface CurveCursorProps {
  readonly cursor: CursorStore;
  readonly series: readonly CurveSeries[];
  readonly plane: Plane;
  readonly height: number;
}

/** The readout's vertical line, with a dot on each curve. */
export function CurveCursor({ cursor, series, plane, height }: CurveCursorProps) {
  const at = useStore(cursor, (state) => state.at);
  if (at === null) return null;
  const x = placeX(plane, at);
  return (
    <>
      <line x1={x} x2={x} y2={height} stroke="var(--ink-quiet)" shapeRendering="crispEdges" />
      {series.flatMap((one) => {
        const point = one.points.find((each) => each.x === at);
        return point && point.y > 0 ? [<circle key={one.id} cx={x} cy={placeY(plane, point.y)} r={3.5} fill={one.colour} stroke="var(--paper)" strokeWidth={1.5} />] : [];
      })}
    </>
  );
}
