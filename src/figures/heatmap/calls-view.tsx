import { useState } from 'react';
import { isRecordedLayer } from '../../figure-parts/difference-map/recorded-layers';
import { RequestLine } from '../../figure-parts/request-state/request-line';
import results from '../../figure-parts/request-state/results.module.css';
import { SweepResults } from '../../figure-parts/sweep/sweep-results';
import { SETTINGS } from '../../share/settings';
import { useFitted, useResult } from '../../store/use-part';
import { useApp } from '../../store/use-store';
import { usePresentation } from '../../ui/presentation';
import { BatchTwoQuestion, useHasGuessed } from './batch-two-question';
import { heatmapFinding } from './heatmap-finding';
import styles from './heatmap.module.css';
import { UlpAlone } from './ulp-alone';

/** One row in calls of many sizes: first a guess, then the map of all outputs. */
export function CallsView() {
  const sweep = useResult('sweep');
  const { unit, cell, recording, mapLayer } = useFitted('unit', 'cell', 'recording', 'mapLayer');
  const mapOpen = useApp(({ parts }) => parts.heatmap.mapOpen);
  const guessed = useHasGuessed();
  const { asks, embedded } = usePresentation();
  // A phrase of the text or a link that sets the map also opens it. Once seen, it stays open.
  const [seen, setSeen] = useState(false);
  const isSet = cell !== null || unit !== SETTINGS.unit.initial || mapLayer !== SETTINGS.mapLayer.initial || recording !== SETTINGS.recording.initial;
  const opened = seen || !asks || mapOpen || guessed || isSet;
  if (opened && !seen) setSeen(true);
  // An embed that begins with the map doesn't ask what the map already shows.
  const asked = asks && !(embedded && mapOpen && !guessed);
  return (
    <>
      {asked && isRecordedLayer(recording) && (
        <div className={styles.question}>
          <BatchTwoQuestion sweep={sweep} />
        </div>
      )}
      <RequestLine channel="sweep" label="Batch sweep" />
      {!opened && isRecordedLayer(recording) && <p className={results.note}>The map appears once you have answered.</p>}
      {opened && (
        <SweepResults finding={heatmapFinding} foldsTable>
          {({ sweep: shown, baseline }) => <UlpAlone sweep={shown} baseline={baseline} />}
        </SweepResults>
      )}
    </>
  );
}
