import type { CurveSeries } from '../../charts/curve-series';
import { BOTTOM_AXIS, PLOT_LEFT, PLOT_TOP, PlotAxes } from '../../charts/marks/axes';
import type { CurveDomains } from '../../charts/marks/curves';
import { curveEnds, CurveLines, CurveName, curveScales, nameWidth } from '../../charts/marks/curves';
import type { Drawing } from '../poster';
import { WIDTH } from '../poster';

interface CurvesOptions extends CurveDomains {
  readonly series: readonly CurveSeries[];
  readonly xTitle: string;
  readonly yTitle: string;
}

const HEIGHT = 300;

/** A line plot with a logarithmic y axis, each line named at its end. */
export function curvesDrawing({ series, xTitle, yTitle, ...domains }: CurvesOptions): Drawing {
  const length = Math.floor(WIDTH - PLOT_LEFT - nameWidth(series));
  const { plane, xTicks, yTicks } = curveScales(domains, length, HEIGHT);
  return {
    width: WIDTH,
    height: PLOT_TOP + HEIGHT + BOTTOM_AXIS,
    marks: (
      <g transform={`translate(${PLOT_LEFT} ${PLOT_TOP})`}>
        <PlotAxes length={length} height={HEIGHT} xTicks={xTicks} yTicks={yTicks} xTitle={xTitle} yTitle={yTitle} />
        <CurveLines plane={plane} series={series} />
        {curveEnds(plane, series).map((end) => (
          <CurveName key={end.series.id} {...end} />
        ))}
      </g>
    ),
  };
}
