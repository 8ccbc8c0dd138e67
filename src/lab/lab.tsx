import type { ReactNode } from 'react';
import { SettingRadios } from '../figure-parts/setting-controls/setting-choice';
import { sweepFinding } from '../figure-parts/sweep/sweep-finding';
import { SweepResults } from '../figure-parts/sweep/sweep-results';
import { RequestLine } from '../figure-parts/request-state/request-line';
import { useExperiments, useSettings } from '../store/use-part';
import { Folded } from '../ui/folded';
import { lazyPart } from '../ui/lazy-part';
import { Controls } from './controls/controls';
import { EngineGroup } from './engine-group';
import styles from './lab.module.css';
import { SizeRemedy } from './size-remedy';

/** What each view computes, as announced with its progress. */
const COMPUTED = { sweep: 'Batch sweep', whole: 'Whole batch', growth: 'Growth curves' } as const;

const SweepHistogram = lazyPart('The histogram', async () => (await import('./sweep-histogram')).SweepHistogram);

function SweepView() {
  return (
    <SweepResults finding={sweepFinding}>
      {(matrix) => (
        <Folded title="Sizes of the differences">
          <SweepHistogram matrix={matrix} />
        </Folded>
      )}
    </SweepResults>
  );
}

/** The view that most links open is loaded with the Lab; the others are loaded when first shown. */
const SHOWN = {
  sweep: SweepView,
  whole: lazyPart('This view', async () => (await import('../figure-parts/whole-batch/whole-results')).WholeResults),
  growth: lazyPart('This view', async () => (await import('./growth-view')).GrowthView),
} as const;

/**
 * The whole instrument: results, and their settings beside them or below.
 *
 * @param links leading elsewhere, below the settings
 */
export function Lab({ links }: { readonly links?: ReactNode }) {
  useExperiments();
  const { view } = useSettings('view');
  const View = SHOWN[view];
  return (
    <div data-part="lab" className={styles.columns}>
      <div className={styles.shown} data-part-body>
        <RequestLine channel={view} label={COMPUTED[view]} remedy={view !== 'growth' && <SizeRemedy />} />
        <View />
      </div>
      <div className={styles.settings} data-control>
        <SettingRadios of="view" hideLegend also={() => ({ cell: null })} />
        <Controls>
          <EngineGroup channel={view} />
        </Controls>
        {links}
      </div>
    </div>
  );
}
