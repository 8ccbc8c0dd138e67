import { useMemo } from 'react';
import { logExtent } from '../../charts/log-axis';
import type { DotGroup } from '../../charts/scatter';
import { Scatter } from '../../charts/scatter';
import { flipStatistics } from '../../experiments/flip-statistics';
import { clampFlips } from '../../experiments/work';
import { SETTINGS } from '../../share/settings';
import type { Channel, FlipsResult } from '../../store/results';
import { useExperiments } from '../../store/use-experiments';
import { useActions, useApp } from '../../store/use-store';
import { Notice } from '../../ui/notice';
import { NumberField } from '../../ui/number-field';
import { LinkedStore } from '../linked-store';
import { NetworkControls } from '../network/network-controls';
import styles from '../network/network.module.css';
import { TaskLine } from '../task/task-line';
import { useStale } from '../task/use-stale';
import { Control } from '../../ui/control';
import { Folded } from '../../ui/folded';
import { flipFinding } from './flip-finding';
import { FlipTable } from './flip-table';

const CHANNELS: readonly Channel[] = ['flips'];

/** How often the largest output of a network is another one in a larger call, and how that depends on its lead. */
export default function FlipsFigure() {
  return (
    <LinkedStore id="flips" fixed={{ policy: 'pattern' }}>
      <Flips />
    </LinkedStore>
  );
}

function Flips() {
  useExperiments(CHANNELS);
  const result = useApp((state) => state.results.flips);
  const settings = useApp((state) => state.settings);
  const state = useApp(({ tasks }) => tasks.flips.state);
  const stale = useStale('flips');
  const { set, notify } = useActions();
  const statistics = useMemo(() => result && flipStatistics(result.chunks), [result]);
  return (
    <figure className={styles.figure} aria-label="Flips of the largest output" data-state={state}>
      <NetworkControls>
        <Control of="ninputs">
          <NumberField label="Random inputs" value={settings.netInputs} min={SETTINGS.netInputs.min} max={SETTINGS.netInputs.max} integer onChange={(value) => set('netInputs', value)} onClamped={notify} />
        </Control>
      </NetworkControls>
      <Notice tone="quiet" message={clampFlips(settings).notices[0] ?? null} />
      <TaskLine channel="flips" label="Inputs" />
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
  const groups = useMemo((): DotGroup[] => {
    const pick = (wanted: (sought: boolean, flipped: boolean) => boolean): Pick<DotGroup, 'x' | 'y'> => {
      const x: number[] = [];
      const y: number[] = [];
      for (const { sought, gap, lead, flipped } of result.chunks) {
        for (let i = 0; i < gap.length; i++) {
          if (!wanted(sought, flipped[i] === 1)) continue;
          x.push(gap[i]!);
          y.push(Math.abs(lead[i]! - gap[i]!));
        }
      }
      return { x, y };
    };
    return [
      { id: 'random', label: 'random', colour: 'var(--rule)', size: 3, ...pick((sought, flipped) => !sought && !flipped) },
      { id: 'sought', label: 'sought near a tie', colour: 'var(--ink)', size: 4, ...pick((sought, flipped) => sought && !flipped) },
      { id: 'flipped', label: 'flipped', colour: 'var(--differs)', size: 7, ...pick((_, flipped) => flipped) },
    ];
  }, [result]);
  const sizes = groups.flatMap(({ y }) => y.filter((change) => change > 0));
  const [least, most] = logExtent([1e-8, 1e-5, ...sizes], 10);
  return (
    <Scatter
      label="Change of the winner’s lead against the lead, one dot per input. The numbers are in the table below."
      groups={groups}
      xTitle="gap: the lead of the largest output, 1 row"
      yTitle="change of the lead in the larger call"
      xDomain={[1e-8, 10]}
      yDomain={[Math.max(1e-10, least), most]}
      above="change as large as the gap: only here can it flip"
    />
  );
}
