import type { ReactNode } from 'react';
import { RequestLine } from '../../figure-parts/request-state/request-line';
import { SweepResults } from '../../figure-parts/sweep/sweep-results';
import { BatchTwoQuestion, useQuestion } from './batch-two-question';
import { heatmapFinding } from './heatmap-finding';
import { UlpAlone } from './ulp-alone';

/** One row in calls of many sizes; the line of batch 2 shows once the reader has guessed. */
export function CallsView({ controls }: { readonly controls: ReactNode }) {
  const { asks, veiled } = useQuestion();
  return (
    <SweepResults
      finding={heatmapFinding}
      question={asks ? (sweep, finding) => <BatchTwoQuestion sweep={sweep} finding={finding} /> : undefined}
      veiled={veiled}
      progress={<RequestLine channel="sweep" label="Batch sweep" />}
      controls={controls}
    >
      {({ sweep: shown, baseline }) => <UlpAlone sweep={shown} baseline={baseline} />}
    </SweepResults>
  );
}
