import { LibraryControl } from '../../figure-parts/difference-map/library-control';
import { RequestLine } from '../../figure-parts/request-state/request-line';
import { useSet } from '../../figure-parts/use-set';
import { WholeResults } from '../../figure-parts/whole-batch/whole-results';
import { useExperiments, useSettings } from '../../store/use-part';
import { Control } from '../../ui/control';
import { RadioGroup } from '../../ui/radio-group';
import styles from './neighbours.module.css';

const SIZES = [2, 4, 8, 16, 128];

/** All rows of one call compared with the same rows one at a time, for a recorded library. */
export default function NeighboursFigure() {
  useExperiments();
  const { wholeBatch: rows } = useSettings('wholeBatch');
  const set = useSet();
  return (
    <div className={styles.figure}>
      <div className={styles.controls}>
        <LibraryControl />
        <Control of="batch">
          <RadioGroup legend="Rows in the call" value={String(rows)} options={[...new Set([...SIZES, rows])].sort((a, b) => a - b).map((size) => ({ value: String(size), label: String(size) }))} onChange={(to) => set({ wholeBatch: Number(to), cell: null })} />
        </Control>
      </div>
      <RequestLine channel="whole" label="Whole batch" />
      <WholeResults foldsDetails />
    </div>
  );
}
