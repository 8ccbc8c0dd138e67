import type { ReactNode } from 'react';
import type { Channel } from '../store/results';
import { useExperiments } from '../store/use-experiments';
import { useActions, useApp } from '../store/use-store';
import { RadioGroup } from '../ui/radio-group';
import { Control } from '../ui/control';
import { lazyPart } from '../ui/lazy-part';
import { Controls } from './controls/controls';
import { EngineLine } from './engine-line';
import styles from './lab.module.css';
import { SweepView } from './sweep/sweep-view';

const VIEWS = [
  { value: 'sweep', label: 'One row, many batch sizes' },
  { value: 'whole', label: 'All rows of one batch' },
  { value: 'growth', label: 'Error growth' },
] as const;

/** The view that a link mostly opens comes with the Lab; the others when they are looked at. */
const SHOWN = {
  sweep: SweepView,
  whole: lazyPart('This view', async () => (await import('./whole/whole-view')).WholeView),
  growth: lazyPart('This view', async () => (await import('./growth/growth-view')).GrowthView),
} as const;

const CHANNELS: readonly Channel[] = ['sweep', 'whole', 'growth', 'cell'];

/**
 * The whole instrument: settings beside what they give.
 *
 * @param links what leads away from it, in its head
 */
export function Lab({ links }: { readonly links?: ReactNode }) {
  useExperiments(CHANNELS);
  const view = useApp(({ settings }) => settings.view);
  const { setAll } = useActions();
  const View = SHOWN[view];
  return (
    <div data-part="lab">
      <div className={styles.views} data-control>
        <Control of="view">
          <RadioGroup legend="View" hideLegend value={view} options={VIEWS} onChange={(to) => setAll({ view: to, cell: null })} />
        </Control>
        {links}
      </div>
      <div className={styles.bench}>
        <Controls />
        <div className={styles.shown} data-part-body>
          <View />
          <EngineLine key={view} channel={view} />
        </div>
      </div>
    </div>
  );
}
