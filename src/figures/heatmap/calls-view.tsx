import type { ReactNode } from 'react';
import { useCallback } from 'react';
import { RequestLine } from '../../figure-parts/request-state/request-line';
import { SweepResults } from '../../figure-parts/sweep/sweep-results';
import type { Baseline } from '../../share/special-settings';
import type { SweepResult } from '../../store/results';
import { BatchTwoQuestion, useQuestion } from './batch-two-question';
import { heatmapFinding } from './heatmap-finding';
import { UlpAlone } from './ulp-alone';

/** One row in calls of many sizes; the line of batch 2 shows once the reader has guessed. */
export function CallsView({ controls }: { readonly controls: ReactNode }) {
  const { asks, veiled } = useQuestion();
  const say = useCallback((of: SweepResult, baseline: Baseline) => (asks ? <BatchTwoQuestion sweep={of} finding={heatmapFinding(of, baseline).join(' ')} /> : heatmapFinding(of, baseline).join(' ')), [asks]);
  return (
    <SweepResults
      finding={say}
      veiled={veiled}
      progress={<RequestLine channel="sweep" label="Batch sweep" />}
      controls={controls}
    >
      {({ sweep: shown, baseline }) => <UlpAlone sweep={shown} baseline={baseline} />}
    </SweepResults>
  );
}
