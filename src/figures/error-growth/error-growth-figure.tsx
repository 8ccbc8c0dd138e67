import { useCallback } from 'react';
import { GrowthResults } from '../../figure-parts/growth/growth-results';
import { RequestLine } from '../../figure-parts/request-state/request-line';
import { useFigure } from '../../figure-parts/use-set';
import { LIMITS } from '../../lib/limits';
import { formatCount } from '../../lib/words';
import type { GrowthResult } from '../../store/results';
import { useExperiments } from '../../store/use-part';
import { Folded } from '../../ui/folded';
import { boundsFinding } from './bounds-finding';
import { chosenSeries } from './chosen-series';
import styles from './error-growth.module.css';
import { GrowthControls } from './growth-controls';
import { GrowthReading } from './growth-reading';
import { ResultError } from './result-error';

/**
 * How the error of a sum grows with its length and with its condition number: curves for several orders, and the
 * bounds of the chosen one.
 */
export default function ErrorGrowthFigure() {
  useExperiments();
  const [choice] = useFigure('error-growth');
  const { method, exponent, power } = choice;
  const K = 2 ** exponent;
  const curves = useCallback((growth: GrowthResult) => chosenSeries(growth, method), [method]);
  return (
    <div className={styles.figure}>
      <GrowthControls {...choice} />
      <RequestLine channel="growth" label="Growth curves" />
      <GrowthResults finding={(growth) => boundsFinding(growth, method)} curves={curves} mark={K}>
        {({ points }) => (
          <Folded title={`Read off at K = ${formatCount(K)}`}>
            <GrowthReading point={points.find((point) => point.K === K)} K={K} chosen={method} />
          </Folded>
        )}
      </GrowthResults>
      <Folded title="As large as you like">
        <ResultError method={method} K={Math.min(LIMITS.features, Math.max(8, K))} power={power} />
      </Folded>
    </div>
  );
}
