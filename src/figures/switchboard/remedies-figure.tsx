import { layerTitle } from '../../lib/words';
import { recordingNamed } from '../../store/store';
import { useExperiments, useResult, useSettings, useTask } from '../../store/use-part';
import { useApp } from '../../store/use-store';
import { RequestLine } from '../../figure-parts/request-state/request-line';
import { useStale } from '../../figure-parts/request-state/use-stale';
import { RemedyRow } from './remedy-row';
import { RemediesControls } from './remedies-controls';
import styles from './remedies.module.css';

/** What can be done about the differences: the cost of each remedy and what it leaves, computed. */
export default function RemediesFigure() {
  useExperiments();
  const result = useResult('remedies');
  const { recording } = useSettings('recording');
  const threads = useApp((state) => recordingNamed(state, recording)?.machine.threads ?? null);
  const { state } = useTask('remedies');
  const stale = useStale('remedies');
  const plain = result?.remedies[0]?.additions ?? 0;
  return (
    <figure className={styles.figure} aria-label="Remedies, and what each one leaves" data-state={state}>
      <RemediesControls />
      <RequestLine channel="remedies" label="Remedies" />
      {result && (
        <div className={stale ? styles.stale : undefined}>
          <table className={styles.table}>
            <caption>
              {layerTitle({ inFeatures: result.spec.layer.inFeatures, outFeatures: result.of })}, 1 row against {result.spec.batch} rows
            </caption>
            <thead>
              <tr>
                <th scope="col">Remedy</th>
                <th scope="col">Extra additions per output</th>
                <th scope="col">Outputs that differ</th>
                <th scope="col">Median error, of Σ|x·w|</th>
                <th scope="col" className={styles.wide}>
                  Does not promise
                </th>
              </tr>
            </thead>
            <tbody>
              {result.remedies.map((remedy) => (
                <RemedyRow key={remedy.name} plain={plain} facts={{ remedy, N: result.of, batch: result.spec.batch, threads, provenance: result.provenance, drawn: result.spec.layer.source.kind === 'torch' }} />
              ))}
            </tbody>
          </table>
          <p className={styles.note}>
            {result.provenance === 'recorded' ? 'Row 0 of each call, in the orders recorded of it.' : result.note} In float64 they are those of float32, carried over: modelled. Where two median errors are given, the first is that of 1 row, the second that of {result.spec.batch} rows.
          </p>
        </div>
      )}
    </figure>
  );
}
