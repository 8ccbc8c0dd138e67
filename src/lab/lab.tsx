import type { ReactNode } from 'react';
import { lazy, Suspense } from 'react';
import { sweepFinding } from '../figure-parts/sweep/sweep-finding';
import { SweepResults } from '../figure-parts/sweep/sweep-results';
import { RequestLine } from '../figure-parts/request-state/request-line';
import { useSet } from '../figure-parts/use-set';
import { useExperiments, useSettings } from '../store/use-store';
import { RadioGroup } from '../ui/radio-group';
import { Control } from '../ui/control';
import { Folded } from '../ui/folded';
import { Controls } from './controls/controls';
import { EngineLine } from './engine-line';
import styles from './lab.module.css';
import { SizeRemedy } from './size-remedy';

const VIEWS = [
  { value: 'sweep', label: 'One row, many batch sizes' },
  { value: 'whole', label: 'All rows of one batch' },
  { value: 'growth', label: 'Error growth' },
] as const;

/** What each view has computed, as its progress is announced. */
const COMPUTED = { sweep: 'Batch sweep', whole: 'Whole batch', growth: 'Growth curves' } as const;

const SweepHistogram = lazy(async () => ({ default: (await import('./sweep-histogram')).SweepHistogram }));

function SweepView() {
  return (
    <SweepResults finding={sweepFinding}>
      {(matrix) => (
        <Folded title="Sizes of the differences">
          <Suspense fallback={null}>
            <SweepHistogram matrix={matrix} />
          </Suspense>
        </Folded>
      )}
    </SweepResults>
  );
}

/** The view that a link mostly opens comes with the Lab; the others when they are looked at. */
const SHOWN = {
  sweep: SweepView,
  whole: lazy(async () => ({ default: (await import('../figure-parts/whole-batch/whole-results')).WholeResults })),
  growth: lazy(async () => ({ default: (await import('./growth-view')).GrowthView })),
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
          <RequestLine channel={view} label={COMPUTED[view]} remedy={view !== 'growth' && <SizeRemedy />} />
          <Suspense fallback={<p>The view is being loaded.</p>}>
            <View />
          </Suspense>
          <EngineLine key={view} channel={view} />
        </div>
      </div>
    </div>
  );
}
