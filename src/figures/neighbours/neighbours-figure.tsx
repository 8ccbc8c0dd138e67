import { LibraryControl } from '../../figure-parts/difference-map/library-control';
import { RequestLine } from '../../figure-parts/request-state/request-line';
import { useSet } from '../../figure-parts/use-set';
import { WholeResults } from '../../figure-parts/whole-batch/whole-results';
import { SETTINGS } from '../../share/settings';
import { recordingNamed } from '../../store/store';
import { useExperiments, useSettings } from '../../store/use-part';
import { useApp } from '../../store/use-store';
import { Control } from '../../ui/control';
import { RadioGroup } from '../../ui/radio-group';
import styles from './neighbours.module.css';

/** All rows of one call of a recorded library. */
export default function NeighboursFigure() {
  useExperiments();
  const { wholeBatch: rows, recording } = useSettings('wholeBatch', 'recording');
  const calls = useApp((state) => recordingNamed(state, recording)?.calls);
  const sizes = [...new Set([...(calls ?? []).map(({ batch }) => batch).filter((batch) => batch > 1 && batch <= SETTINGS.wholeBatch.max), rows])].sort((a, b) => a - b);
  const set = useSet();
  return (
    <div className={styles.figure}>
      <div className={styles.controls}>
        <LibraryControl />
        <Control of="batch">
          <RadioGroup legend="Rows in the call" value={String(rows)} options={sizes.map((size) => ({ value: String(size), label: String(size) }))} onChange={(to) => set({ wholeBatch: Number(to), cell: null })} />
        </Control>
      </div>
      <RequestLine channel="whole" label="Whole batch" />
      <WholeResults foldsDetails />
    </div>
  );
}
