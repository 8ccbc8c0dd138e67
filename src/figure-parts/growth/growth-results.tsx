import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';
import type { CurveSeries } from '../../charts/curve-series';
import { Curves } from '../../charts/curves';
import { sizeText } from '../../lib/size-text';
import { formatCount } from '../../lib/words';
import type { GrowthResult } from '../../store/results';
import { useResult } from '../../store/use-part';
import type { FigureLayoutProps } from '../figure-layout/figure-layout';
import { FigureLayout } from '../figure-layout/figure-layout';
import { RequestLine } from '../request-state/request-line';
import { useStale } from '../request-state/use-stale';
import styles from './growth-results.module.css';
import { CurveTable } from './curve-table';
import type { GrowthDomains } from './growth-series';
import { ERROR_AXIS, growthDomains } from './growth-series';

interface GrowthCurves {
  readonly channel?: 'growth' | 'drift';
  /** Whether progress and failures are shown elsewhere. */
  readonly watched?: boolean;
  /** Title of the vertical axis. */
  readonly yTitle?: string;
  /** What the lines are, for screen readers. */
  readonly label?: string;
  /** Pass the same function while the axes stay. */
  readonly domainsOf?: (growth: GrowthResult) => GrowthDomains;
  /** What the curves show, in sentences. */
  readonly finding: (growth: GrowthResult) => readonly string[];
  /** Pass the same function while it draws the same curves. */
  readonly curves: (growth: GrowthResult) => readonly CurveSeries[];
  /** The length at which the curves are read, and what moves it. */
  readonly mark?: number;
  readonly onMark?: (K: number) => void;
  /** What there is to say of the curves at one length. */
  readonly saying?: (growth: GrowthResult, K: number) => string;
  /** The two curves whose distance is drawn. */
  readonly between?: readonly [string, string];
  /** What is folded, besides the numbers as a table. */
  readonly more: (growth: GrowthResult) => ReactNode;
}

/** How the error grows with the length of the sum, for several summation methods. */
export function GrowthResults({ controls, ...shown }: GrowthCurves & { readonly controls?: ReactNode }) {
  return <FigureLayout {...useGrowthParts(shown)} controls={controls} />;
}

/** The same for a figure that has other views, too, and keeps its controls in their place. */
export function useGrowthParts({
  channel = 'growth',
  watched = false,
  label = 'Error against the number of products, by order of addition',
  yTitle = ERROR_AXIS,
  domainsOf = growthDomains,
  finding,
  curves,
  mark,
  onMark,
  saying,
  between,
  more,
}: GrowthCurves): FigureLayoutProps {
  const growth = useResult(channel);
  const stale = useStale(channel);
  const [highlighted, setHighlighted] = useState<string | null>(null);
  const series = useMemo(() => growth && curves(growth), [growth, curves]);
  const domains = useMemo(() => growth && domainsOf(growth), [growth, domainsOf]);
  const request = !watched && <RequestLine channel={channel} label="Growth curves" />;
  if (growth === null || series === null || domains === null) return { picture: request };
  return {
    stale,
    picture: (
      <div className={styles.picture}>
        {request}
        <Curves
          label={label}
          series={series}
          xTitle="K, products in the sum"
          yTitle={yTitle}
          xDomain={domains.x}
          yDomain={domains.y}
          formatY={(y) => sizeText(y)}
          mark={mark}
          onMark={onMark}
          saying={saying && ((K) => saying(growth, K))}
          between={between}
          highlighted={highlighted}
          onHighlight={setHighlighted}
        />
      </div>
    ),
    finding: <p>{finding(growth).join(' ')}</p>,
    more: (
      <>
        {more(growth)}
        <CurveTable series={series} xTitle="K" formatX={formatCount} formatY={(y) => sizeText(y)} />
      </>
    ),
  };
}
