import { useRef } from 'react';
import { LibraryControl } from '../../figure-parts/difference-map/library-control';
import { SettingRadios } from '../../figure-parts/setting-controls/setting-choice';
import { useExperiments } from '../../store/use-part';
import { useApp } from '../../store/use-store';
import { CallsView } from './calls-view';
import styles from './heatmap.module.css';
import { RowsControl, RowsView } from './rows-view';

const VIEWS = { calls: 'Many calls', rows: 'One call' } as const;

/** All outputs of a recorded layer: of one row in calls of many sizes, or of all rows of one call. */
export default function HeatmapFigure() {
  useExperiments();
  const view = useApp(({ parts }) => parts.heatmap.view);
  /** Each view has controls of its own; the focus goes on to where it was. */
  const changed = useRef(false);
  const keepFocus = (place: HTMLDivElement | null): void => {
    if (place === null || !changed.current) return;
    changed.current = false;
    if (document.activeElement === document.body) place.querySelector<HTMLInputElement>(':checked')?.focus();
  };
  const change = () => {
    changed.current = true;
    // A place in one view is none in the other.
    return { cell: null };
  };
  const controls = (
    <>
      <div ref={keepFocus} className={styles.views}>
        <SettingRadios of="view" names={VIEWS} hideLegend also={change} />
      </div>
      <div className={styles.library}>
        <LibraryControl />
      </div>
      {view === 'rows' && <RowsControl />}
    </>
  );
  return view === 'rows' ? <RowsView controls={controls} /> : <CallsView controls={controls} />;
}
