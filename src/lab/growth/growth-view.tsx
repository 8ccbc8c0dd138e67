import { useMemo, useState } from 'react';
import { Curves } from '../../charts/curves';
import { useResult } from '../../store/use-store';
import styles from '../../figure-parts/request-state/results.module.css';
import { RequestLine } from '../../figure-parts/request-state/request-line';
import { sizeText } from '../../lib/size-text';
import { useStale } from '../../figure-parts/request-state/use-stale';
import { growthFinding } from '../../figure-parts/growth/growth-finding';
import { growthDomains, growthSeries } from '../../figure-parts/growth/growth-series';

/** How the error grows with the length of the sum, for several ways to add up. */
export function GrowthView() {
  const growth = useResult('growth');
  const stale = useStale('growth');
  const [highlighted, setHighlighted] = useState<string | null>(null);
  const series = useMemo(() => growth && growthSeries(growth), [growth]);
  const domains = useMemo(() => growth && growthDomains(growth), [growth]);
  return (
    <>
      <RequestLine channel="growth" label="Growth curves" />
      {growth && series && domains && (
        <div className={stale ? styles.stale : styles.results}>
          <p className={styles.finding} role="status" data-testid="finding">
            {growthFinding(growth).join(' ')}
          </p>
          <Curves
            label="Error against the number of products, by order of addition"
            series={series}
            xTitle="K, products in the sum"
            yTitle="|computed − exact| / Σ|x·w|"
            xDomain={domains.x}
            yDomain={domains.y}
            formatY={(y) => sizeText(y)}
            highlighted={highlighted}
            onHighlight={setHighlighted}
          />
          <p className={styles.note}>
            Solid: the median of {growth.spec.trials} trials, with the middle 80 % as a band. Dashed: the bound h·u, where h is the height of the tree and u = 2⁻²⁴. Computed here, each trial from fresh numbers.
          </p>
        </div>
      )}
    </>
  );
}
