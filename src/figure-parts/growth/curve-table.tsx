import { readoutPlaces } from '../../charts/curve-path';
import type { CurveSeries } from '../../charts/curve-series';
import { Folded } from '../../ui/folded';
import styles from './curve-table.module.css';

interface CurveTableProps {
  readonly series: readonly CurveSeries[];
  readonly xTitle: string;
  readonly formatX: (x: number) => string;
  readonly formatY: (y: number) => string;
}

/** The numbers behind the lines, for readers who can't read a plot or would rather not. */
export function CurveTable({ series, xTitle, formatX, formatY }: CurveTableProps) {
  const byX = series.map(({ points }) => new Map(points.map((point) => [point.x, point.y])));
  return (
    <Folded title="The numbers as a table" always>
      <div className={styles.table} tabIndex={0} role="region" aria-label="The numbers as a table">
        <table>
          <thead>
            <tr>
              <th scope="col">{xTitle}</th>
              {series.map(({ id, label }) => (
                <th key={id} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {readoutPlaces(series).map((x) => (
              <tr key={x}>
                <th scope="row" data-value={x}>{formatX(x)}</th>
                {byX.map((values, i) => {
                  const y = values.get(x);
                  return <td key={series[i]!.id} data-value={y}>{y === undefined ? '' : formatY(y)}</td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Folded>
  );
}
