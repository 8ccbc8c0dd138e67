import { LibraryControl } from '../../figure-parts/difference-map/library-control';
import { SettingRadios } from '../../figure-parts/setting-controls/setting-choice';
import { useExperiments } from '../../store/use-part';
import { useApp } from '../../store/use-store';
import { CallsView } from './calls-view';
import styles from './heatmap.module.css';
import { RowsControl, RowsView } from './rows-view';

const VIEWS = { calls: 'One row, many calls', rows: 'All rows of one call' } as const;

/** All outputs of a recorded layer: of one row in calls of many sizes, or of all rows of one call. */
export default function HeatmapFigure() {
  useExperiments();
  const view = useApp(({ parts }) => parts.heatmap.view);
  return (
    <div className={styles.figure}>
      <div className={styles.views} data-control>
        {/* A place in one view is none in the other. */}
        <SettingRadios of="view" names={VIEWS} hideLegend also={() => ({ cell: null })} />
      </div>
      <div className={styles.controls}>
        <LibraryControl />
        {view === 'rows' && <RowsControl />}
      </div>
      {view === 'rows' ? <RowsView /> : <CallsView />}
    </div>
  );
}
