import type { CurveSeries } from './curve-series';
import styles from './curves.module.css';
import { lineLook } from './marks/curves';

/** The names of the lines, where the plot is too narrow to hold them. */
export function CurveKey({ series }: { readonly series: readonly CurveSeries[] }) {
  return (
    <ul className={styles.key}>
      {series.map((one) => (
        <li key={one.id}>
          <svg width="22" height="8" aria-hidden="true">
            <line x2="22" y1="4" y2="4" stroke={one.colour} {...lineLook(one)} />
          </svg>
          {one.label}
        </li>
      ))}
    </ul>
  );
}
