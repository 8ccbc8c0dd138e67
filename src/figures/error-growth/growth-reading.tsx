import { sizeText } from '../../lib/size-text';
import { UNIT_ROUNDOFF } from '../../numerics/float32';
import type { GrowthPoint } from '../../experiments/growth';
import { curveColour } from '../../figure-parts/growth/growth-series';
import { formatCount } from '../../lib/words';
import styles from '../../figure-parts/growth/growth-reading.module.css';
import { METHOD_NAMES, METHODS } from './growth-choice';

interface GrowthReadingProps {
  readonly point: GrowthPoint | undefined;
  readonly K: number;
  readonly chosen: string;
}

/** All curves read off at one K. */
export function GrowthReading({ point, K, chosen }: GrowthReadingProps) {
  return (
    <div className={styles.scroller} tabIndex={0} role="region" aria-label={`Errors at K = ${formatCount(K)}`}>
      <table className={styles.reading}>
        <caption>
          At K = {formatCount(K)}
          {point === undefined ? ': being added up' : `, condition number ${sizeText(point.condition)}`}
        </caption>
        <thead>
          <tr>
            <th scope="col">order</th>
            <th scope="col">median</th>
            <th scope="col">√h·u</th>
            <th scope="col">
              median <br className={styles.narrowBreak} />÷ √h·u
            </th>
            <th scope="col">h·u</th>
            <th scope="col">h</th>
          </tr>
        </thead>
        <tbody>
          {METHODS.map((id, n) => {
            const found = point?.errors.find((one) => one.id === id);
            const tree = found !== undefined && found.bound !== null && found.probabilistic !== null ? { bound: found.bound, probabilistic: found.probabilistic } : null;
            return (
              <tr key={id} className={id === chosen ? styles.chosen : undefined}>
                <th scope="row" className={styles.name}>
                  <i className={styles.swatch} style={{ background: `var(${curveColour(n)})` }} />
                  {METHOD_NAMES[id]}
                </th>
                <td data-value={found?.median}>{found && sizeText(found.median)}</td>
                {tree ? (
                  <>
                    <td data-value={tree.probabilistic}>{sizeText(tree.probabilistic)}</td>
                    <td data-value={found!.median / tree.probabilistic} className={found!.median > tree.probabilistic ? styles.over : undefined}>{sizeText(found!.median / tree.probabilistic)}</td>
                    <td data-value={tree.bound}>{sizeText(tree.bound)}</td>
                    <td data-value={tree.bound / UNIT_ROUNDOFF}>{formatCount(Math.round(tree.bound / UNIT_ROUNDOFF))}</td>
                  </>
                ) : (
                  <td colSpan={4} className={styles.quiet}>
                    {found && 'not a tree'}
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
