import type { DriftSum } from '../../experiments/drift-sums';
import { DRIFT_METHODS } from '../../experiments/drift-sums';
import type { GrowthPoint } from '../../experiments/growth';
import styles from '../../figure-parts/growth/growth-reading.module.css';
import { curveColour } from '../../figure-parts/growth/growth-series';
import { sizeText } from '../../lib/size-text';
import { formatCount } from '../../lib/words';
import { SUM_NAMES } from './drift-series';

interface DriftReadingProps {
  readonly point: GrowthPoint | undefined;
  readonly K: number;
  readonly chosen: DriftSum;
}

/** Size, signed mean and direction of the errors of all sums at one K. */
export function DriftReading({ point, K, chosen }: DriftReadingProps) {
  return (
    <div className={styles.scroller} tabIndex={0} role="region" aria-label={`Errors at K = ${formatCount(K)}`}>
      <table className={styles.reading}>
        <caption>
          At K = {formatCount(K)}
          {point === undefined ? ': being added up' : `, ${formatCount(point.trials)} sums, as shares of Σ|x·w|`}
        </caption>
        <thead>
          <tr>
            <th scope="col">sum</th>
            <th scope="col">rms</th>
            <th scope="col">
              signed <br className={styles.narrowBreak} />mean
            </th>
            <th scope="col" className={styles.wide}>
              mean ÷ rms
            </th>
            <th scope="col">
              too <br className={styles.narrowBreak} />small
            </th>
          </tr>
        </thead>
        <tbody>
          {DRIFT_METHODS.map(({ id }, n) => {
            const found = point?.errors.find((one) => one.id === id);
            const share = found && (found.rms === 0 ? 0 : found.mean / found.rms);
            return (
              <tr key={id} className={id === chosen ? styles.chosen : undefined}>
                <th scope="row" className={styles.name}>
                  <i className={styles.swatch} style={{ background: `var(${curveColour(n)})` }} />
                  {SUM_NAMES[id as DriftSum]}
                </th>
                <td data-value={found?.rms}>{found && sizeText(found.rms)}</td>
                <td data-value={found?.mean}>{found && sizeText(found.mean)}</td>
                <td data-value={share} className={styles.wide}>{share !== undefined && sizeText(Number(share.toFixed(2)))}</td>
                <td data-value={found?.tooSmall}>{found && `${formatCount(found.tooSmall)}`}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
