import type { ReactNode } from 'react';
import { lazy, Suspense } from 'react';
import { useSet } from '../figure-parts/use-set';
import { useExperiments, useSettings } from '../store/use-store';
import { RadioGroup } from '../ui/radio-group';
import { Control } from '../ui/control';
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
  whole: lazy(async () => ({ default: (await import('./whole/whole-view')).WholeView })),
  growth: lazy(async () => ({ default: (await import('./growth/growth-view')).GrowthView })),
} as const;

/**
 * The whole instrument: settings beside what they give.
 *
 * @param links what leads away from it, in its head
 */
export function Lab({ links }: { readonly links?: ReactNode }) {
  useExperiments();
  const { view } = useSettings('view');
  const set = useSet();
  const View = SHOWN[view];
  return (
    <div data-part="lab">
      <div className={styles.views} data-control>
        <Control of="view">
          <RadioGroup legend="View" hideLegend value={view} options={VIEWS} onChange={(to) => set({ view: to, cell: null })} />
        </Control>
        {links}
      </div>
      <div className={styles.bench}>
        <Controls />
        <div className={styles.shown} data-part-body>
          <Suspense fallback={<p>The view is being loaded.</p>}>
            <View />
          </Suspense>
          <EngineLine key={view} channel={view} />
        </div>
      </div>
    </div>
  );
}
