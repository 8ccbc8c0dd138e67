import { useMemo } from 'react';
import { Scatter } from '../../charts/scatter';
import { flipStatistics } from '../../experiments/flip-statistics';
import { clampFlips } from '../../experiments/clamp';
import type { FlipsResult } from '../../store/results';
import { useExperiments, useResult, useSettings, useTask } from '../../store/use-part';
import { Notice } from '../../ui/notice';
import { NetworkControls } from '../../figure-parts/network/network-controls';
import styles from '../../figure-parts/network/network.module.css';
import { RequestLine } from '../../figure-parts/request-state/request-line';
import { useStale } from '../../figure-parts/request-state/use-stale';
import { SettingNumber } from '../../figure-parts/setting-controls/setting-number';
import { dotGroups } from './dot-groups';
import { Folded } from '../../ui/folded';
import { flipFinding } from './flip-finding';
import { FlipTable } from './flip-table';

/** How often a network's largest output is a different one in a larger call, and how that depends on its lead. */
export default function FlipsFigure() {
  useExperiments();
  const result = useResult('flips');
  const size = useSettings('netWidth', 'netDepth', 'netInputs');
  const { state } = useTask('flips');
  const stale = useStale('flips');
  const statistics = useMemo(() => result && flipStatistics(result.chunks), [result]);
  return (
    <figure className={styles.figure} aria-label="Flips of the largest output" data-state={state}>
      <NetworkControls>
        <SettingNumber of="netInputs" label="Random inputs" />
      </NetworkControls>
      <Notice tone="quiet" message={clampFlips(size).notices[0] ?? null} />
      <RequestLine channel="flips" label="Inputs" />
      {result && statistics && (
        <div className={`${styles.results} ${stale ? styles.stale : ''}`}>
          <p className={styles.finding} role="status">
            {flipFinding(statistics).join(' ')}
          </p>
          <Dots result={result} />
          <Folded title="The numbers as a table">
            <FlipTable statistics={statistics} />
            <p className={styles.note}>{result.orders.note}</p>
          </Folded>
        </div>
      )}
    </figure>
  );
}

function Dots({ result }: { readonly result: FlipsResult }) {
  const { groups, xDomain, yDomain } = useMemo(() => dotGroups(result), [result]);
  return (
    <Scatter
      label="Change of the winner’s lead against the lead, one dot per input. The numbers are in the table below."
      groups={groups}
      xTitle="gap: the lead of the largest output, 1 row"
      yTitle="change of the lead in the larger call"
      xDomain={xDomain}
      yDomain={yDomain}
      above="change as large as the gap: it can flip only here"
    />
  );
}
