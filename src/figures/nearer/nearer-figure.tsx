import { useMemo } from 'react';
import { ShareBar } from '../../charts/marks/share-bar';
import type { NearerCount } from '../../experiments/nearer';
import { Predict } from '../../figure-parts/predictions/predict';
import { useSliced } from '../../figure-parts/request-state/use-sliced';
import { formatCount } from '../../lib/words';
import { LONG, nearerCounts, nearerFinding, nearerShares, SHORT, winner } from './nearer-counts';
import styles from './nearer.module.css';

const NAMES = { one: 'Batch 1', sixteen: 'Batch 16', even: 'Neither' } as const;

/** Asks which of two calls comes nearer to the exact sum, and shows that it depends on the length of the sum. */
export default function NearerFigure() {
  const found = useSliced(useMemo(() => nearerCounts, []));
  const [short, long] = [SHORT, LONG].map((K) => found?.find((one) => one.K === K));
  return (
    <Predict
      id="nearer"
      question={`Batch 1 and batch 16 add up in different orders. At K = ${formatCount(LONG)}, which of the two comes nearer to the exact sum at more of the outputs?`}
      options={(['one', 'sixteen', 'even'] as const).map((value) => ({ value, label: NAMES[value] }))}
      answer={short && long ? winner(long) : null}
      explain={short && long && nearerFinding(short, long)}
    >
      {found && <NearerBars found={found} />}
    </Predict>
  );
}

function NearerBars({ found }: { readonly found: readonly NearerCount[] }) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">K</th>
          <th scope="col">batch 1 nearer</th>
          <th scope="col" className={styles.wide}>
            <span className="visually-hidden">Share</span>
          </th>
          <th scope="col">batch 16 nearer</th>
          <th scope="col">equally near</th>
        </tr>
      </thead>
      <tbody>
        {found.map((count) => (
          <tr key={count.K}>
            <th scope="row" data-value={count.K}>{formatCount(count.K)}</th>
            <td data-value={count.first}>{formatCount(count.first)}</td>
            <td className={styles.wide} aria-hidden="true">
              <svg className={styles.bar} viewBox="0 0 100 1" preserveAspectRatio="none">
                <ShareBar parts={nearerShares(count)} width={100} height={1} />
              </svg>
            </td>
            <td data-value={count.second}>{formatCount(count.second)}</td>
            <td data-value={count.even}>{formatCount(count.even)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
