import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';
import type { CurveSeries } from '../../charts/curve-series';
import { Curves } from '../../charts/curves';
import { sizeText } from '../../lib/size-text';
import type { GrowthResult } from '../../store/results';
import { useResult } from '../../store/use-part';
import type { GrowthDomains } from './growth-series';
import styles from '../request-state/results.module.css';
import { useStale } from '../request-state/use-stale';
import { ERROR_AXIS, growthDomains } from './growth-series';

interface GrowthResultsProps {
  readonly channel?: 'growth' | 'drift';
  /** Title of the vertical axis. */
  readonly yTitle?: string;
  /** What the lines are, for screen readers. */
  readonly label?: string;
  /** Pass the same function while the axes stay. */
  readonly domainsOf?: (growth: GrowthResult) => GrowthDomains;
  /** The curves come before the finding. */
  readonly pictureFirst?: boolean;
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
export function GrowthResults({
  channel = 'growth',
  label = 'Error against the number of products, by order of addition',
  yTitle = ERROR_AXIS,
  domainsOf = growthDomains,
  pictureFirst = false,
  finding,
  curves,
  mark = Infinity,
  children,
}: GrowthResultsProps) {
  const growth = useResult(channel);
  const stale = useStale(channel);
  const [highlighted, setHighlighted] = useState<string | null>(null);
  const series = useMemo(() => growth && curves(growth), [growth, curves]);
  const domains = useMemo(() => growth && domainsOf(growth), [growth, domainsOf]);
  if (growth === null || series === null || domains === null) return null;
  const words = (
    <p className={styles.finding} role="status" data-testid="finding">
      {finding(growth).join(' ')}
    </p>
  );
  return (
    <div className={stale ? styles.stale : styles.results}>
      {!pictureFirst && words}
      <Curves
        label={label}
        series={series}
        xTitle="K, products in the sum"
        yTitle={yTitle}
        xDomain={domains.x}
        yDomain={domains.y}
        formatY={(y) => sizeText(y)}
        highlighted={highlighted}
        onHighlight={setHighlighted}
        {...(mark <= domains.x[1] && { mark })}
      />
      {pictureFirst && words}
      {children(growth)}
    </div>
  );
}
