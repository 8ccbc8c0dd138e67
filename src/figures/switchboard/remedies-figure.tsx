import { useRoom } from '../../charts/room';
import { FigureLayout } from '../../figure-parts/figure-layout/figure-layout';
import { RequestLine } from '../../figure-parts/request-state/request-line';
import { useStale } from '../../figure-parts/request-state/use-stale';
import { layerTitle } from '../../lib/words';
import type { RemediesResult } from '../../store/results';
import { recordingNamed } from '../../store/store';
import { useExperiments, useResult, useSettings, useTask } from '../../store/use-part';
import { useApp } from '../../store/use-store';
import { LayerControls, RemediesControls } from './remedies-controls';
import { remediesFinding } from './remedies-finding';
import { RemedyRow } from './remedy-row';
import styles from './remedies.module.css';

/** What can be done about the differences: the cost of each remedy and what it leaves, computed. */
export default function RemediesFigure() {
  useExperiments();
  const result = useResult('remedies');
  const { state } = useTask('remedies');
  const stale = useStale('remedies');
  return (
    <FigureLayout
      state={state}
      picture={
        <div className={styles.picture}>
          <RequestLine channel="remedies" label="Remedies" />
          {result && <RemediesTable result={result} />}
        </div>
      }
      finding={result && remediesFinding(result)}
      stale={stale}
      controls={<RemediesControls />}
      more={
        <>
          <div className={styles.layer}>
            <LayerControls />
          </div>
          {result && (
            <p className={styles.note}>
              {result.provenance === 'recorded' ? 'Row 0 of each call, in the orders recorded of it.' : result.note} In float64 they are those of float32, carried over: modelled. Where two median errors are given, the first is that of 1 row, the second that of {result.spec.batch} rows.
            </p>
          )}
        </>
      }
    />
  );
}

/** Height of the table in lines of its text. */
const LINES = 24.5;

function RemediesTable({ result }: { readonly result: RemediesResult }) {
  const { recording } = useSettings('recording');
  const threads = useApp((state) => recordingNamed(state, recording)?.machine.threads ?? null);
  const room = useRoom();
  const plain = result.remedies[0]?.additions ?? 0;
  return (
    <table className={styles.table} style={room === null ? undefined : { fontSize: Math.max(16, Math.floor(room / LINES)) }}>
      <caption>
        {layerTitle({ inFeatures: result.spec.layer.inFeatures, outFeatures: result.of })}, 1 row against {result.spec.batch} rows, {result.provenance}; errors are shares of Σ|x·w|
      </caption>
      <thead>
        <tr>
          <th scope="col">Remedy</th>
          <th scope="col">Outputs that differ</th>
          <th scope="col" className={styles.wide}>
            Extra additions
          </th>
          <th scope="col" className={styles.wide}>
            Median error
          </th>
        </tr>
      </thead>
      <tbody>
        {result.remedies.map((remedy) => (
          <RemedyRow key={remedy.name} plain={plain} facts={{ remedy, N: result.of, batch: result.spec.batch, threads, provenance: result.provenance, drawn: result.spec.layer.source.kind === 'torch' }} />
        ))}
      </tbody>
    </table>
  );
}
