import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';
import type { CurveSeries } from '../../charts/curve-series';
import { Curves } from '../../charts/curves';
import { sizeText } from '../../lib/size-text';
import type { GrowthResult } from '../../store/results';
import { useResult } from '../../store/use-part';
import styles from '../request-state/results.module.css';
import { useStale } from '../request-state/use-stale';
import { growthDomains } from './growth-series';

interface GrowthResultsProps {
  /** What the curves show, in sentences. */
  readonly finding: (growth: GrowthResult) => readonly string[];
  /** Pass the same function while it draws the same curves. */
  readonly curves: (growth: GrowthResult) => readonly CurveSeries[];
  /** The length to draw a line at, once the axis reaches it. */
  readonly mark?: number;
  /** Content below the curves. */
  readonly children: (growth: GrowthResult) => ReactNode;
}

/** How the error grows with the length of the sum, for several summation methods. */
export function GrowthResults({ finding, curves, mark = Infinity, children }: GrowthResultsProps) {
  const growth = useResult('growth');
  const stale = useStale('growth');
  const [highlighted, setHighlighted] = useState<string | null>(null);
  const series = useMemo(() => growth && curves(growth), [growth, curves]);
  const domains = useMemo(() => growth && growthDomains(growth), [growth]);
  return (
    growth &&
    series &&
    domains && (
      <div className={stale ? styles.stale : styles.results}>
        <p className={styles.finding} role="status" data-testid="finding">
          {finding(growth).join(' ')}
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
          {...(mark <= domains.x[1] && { mark })}
        />
        {children(growth)}
      </div>
    )
  );
}
