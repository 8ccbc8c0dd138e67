import { useMemo } from 'react';
import { Curves } from '../../charts/curves';
import { LIMITS } from '../../lib/limits';
import { sizeText } from '../../lib/size-text';
import { useExperiments, useResult } from '../../store/use-store';
import { growthDomains } from '../../figure-parts/growth/growth-series';
import results from '../../figure-parts/request-state/results.module.css';
import { RequestLine } from '../../figure-parts/request-state/request-line';
import { useStale } from '../../figure-parts/request-state/use-stale';
import { useFigure } from '../../figure-parts/use-set';
import { Folded } from '../../ui/folded';
import { formatCount } from '../../lib/words';
import { boundsFinding } from './bounds-finding';
import { chosenSeries } from './chosen-series';
import styles from './error-growth.module.css';
import { GrowthControls } from './growth-controls';
import { GrowthReading } from './growth-reading';
import { ResultError } from './result-error';

/** How the error of a sum grows with its length, and with its condition number: many sums against their length, with the bounds of the order that is chosen. */
export default function ErrorGrowthFigure() {
  useExperiments();
  const [choice, change] = useFigure('error-growth');
  const growth = useResult('growth');
  const stale = useStale('growth');
  const { method, exponent, power } = choice;
  const series = useMemo(() => growth && chosenSeries(growth, method), [growth, method]);
  const domains = useMemo(() => growth && growthDomains(growth), [growth]);
  const K = 2 ** exponent;
  return (
    <div className={styles.figure}>
      <GrowthControls choice={choice} onChange={change} />
      <RequestLine channel="growth" label="Growth curves" />
      {growth && series && domains && (
        <div className={stale ? results.stale : results.results}>
          <p className={results.finding} role="status" data-testid="finding">
            {boundsFinding(growth, method).join(' ')}
          </p>
          <div className={styles.plot}>
            <Curves
              label="Error against the number of products, by order of addition"
              series={series}
              xTitle="K, products in the sum"
              yTitle="|computed − exact| / Σ|x·w|"
              xDomain={domains.x}
              yDomain={domains.y}
              formatY={(y) => sizeText(y)}
              {...(K <= domains.x[1] && { mark: K })}
            />
            <Folded title={`Read off at K = ${formatCount(K)}`}>
              <GrowthReading point={growth.points.find((point) => point.K === K)} K={K} chosen={method} />
            </Folded>
          </div>
        </div>
      )}
      <Folded title="As large as you like">
        <ResultError method={method} K={Math.min(LIMITS.features, Math.max(8, K))} power={power} />
      </Folded>
    </div>
  );
}
