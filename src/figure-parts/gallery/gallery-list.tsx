import { useMemo, useState } from 'react';
import { libraryLine } from '../../recordings/library-text';
import { isUserRecordingName } from '../../recordings/user-recording-name';
import type { Recording } from '../../recordings/recording';
import { summarise } from '../../recordings/summarise';
import { SelectField } from '../../ui/select-field';
import { FileLink } from '../file-link';
import { orderMarks } from '../order-colours';
import { OrderSwatch } from '../order-swatch';
import { marked, recordingTitle } from '../recording-title';
import { formatCount } from '../../lib/words';
import { compareRecordings } from './compare-recordings';
import { GalleryFailure } from './gallery-failure';
import styles from './gallery-list.module.css';
import type { NamedRecording } from './use-recordings';
import { useRecordings } from './use-recordings';

const ANY = '';

function titleOf({ name, recording: { library } }: NamedRecording): string {
  return recordingTitle(name, library);
}

function shapeOf({ recording: { operation } }: NamedRecording): string {
  return `${operation.inFeatures} → ${operation.outFeatures}`;
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

/** All recordings, which can be filtered by library and shape, and a comparison of two. */
export function GalleryList() {
  const found = useRecordings();
  const [library, setLibrary] = useState(ANY);
  const [shape, setShape] = useState(ANY);
  const all = useMemo(() => (found?.ok ? found.value.map((one) => ({ ...one, summary: summarise(one.recording) })) : []), [found]);
  const marks = useMemo(() => orderMarks(all.flatMap(({ summary }) => summary.orders.map(({ key }) => key))), [all]);
  if (found === null) return <p>Loading the recordings…</p>;
  if (!found.ok) return <GalleryFailure message={found.error.message} />;
  const shown = all.filter((one) => (library === ANY || one.recording.library.name === library) && (shape === ANY || shapeOf(one) === shape));
  const options = (texts: readonly string[], any: string) => [{ value: ANY, label: any }, ...distinct(texts).map((text) => ({ value: text, label: text }))];
  return (
    <section className={styles.gallery} aria-label="The recordings">
      <div className={styles.controls}>
        <SelectField label="Library" value={library} options={options(all.map(({ recording }) => recording.library.name), 'all libraries')} onChange={setLibrary} />
        <SelectField label="Layer" value={shape} options={options(all.map(shapeOf), 'all shapes')} onChange={setShape} />
        <p className={styles.count} role="status">
          {shown.length} of {all.length} recordings
        </p>
      </div>
      <div className={styles.scroll} tabIndex={0} role="group" aria-label="List of recordings">
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Library</th>
              <th scope="col">Layer</th>
              <th scope="col">Batch sizes</th>
              <th scope="col">Orders</th>
              <th scope="col">Machine</th>
              <th scope="col">Recorded</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((one) => (
              <tr key={one.name}>
                <th scope="row">
                  {isUserRecordingName(one.name) ? titleOf(one) : <FileLink path={`recordings/${one.name}.json`}>{titleOf(one)}</FileLink>}
                  <span className={styles.quiet}>{one.recording.library.backend}</span>
                </th>
                <td>{shapeOf(one)}</td>
                <td>{one.summary.batches.join(', ')}</td>
                <td>
                  {one.summary.orders.map(({ key }) => (
                    <OrderSwatch key={key} mark={marks.get(key)!} />
                  ))}{' '}
                  {one.summary.orders.length}
                </td>
                <td>
                  {one.recording.machine.cpu}, {one.recording.machine.threads === 1 ? 'one thread' : `${one.recording.machine.threads} threads`}
                </td>
                <td className={styles.date}>{one.recording.recordedOn.slice(0, 10)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Comparison all={all} />
    </section>
  );
}

function Comparison({ all }: { readonly all: readonly NamedRecording[] }) {
  const [first, setFirst] = useState(all[0]?.name ?? '');
  const a = all.find(({ name }) => name === first) ?? all[0];
  const partners = all.filter((one) => a !== undefined && one.name !== a.name && shapeOf(one) === shapeOf(a));
  const [second, setSecond] = useState('');
  const b = partners.find(({ name }) => name === second) ?? partners[0];
  if (a === undefined) return null;
  const options = (list: readonly NamedRecording[]) => list.map((one) => ({ value: one.name, label: marked(one.name, libraryLine(one.recording.library)), group: shapeOf(one) }));
  return (
    <div className={styles.compare}>
      <div className={styles.controls}>
        <SelectField label="Compare" value={a.name} options={options(all)} onChange={setFirst} />
        {b && <SelectField label="with" value={b.name} options={options(partners)} onChange={setSecond} />}
      </div>
      {b === undefined ? <p role="status">No other recording has this shape.</p> : <ComparedTable a={a.recording} b={b.recording} />}
    </div>
  );
}

function ComparedTable({ a, b }: { readonly a: Recording; readonly b: Recording }) {
  const { obstacle, calls } = useMemo(() => compareRecordings(a, b), [a, b]);
  if (obstacle !== null) return <p role="status">{obstacle}</p>;
  return (
    <table className={styles.table} data-testid="compared">
      <thead>
        <tr>
          <th scope="col">Batch</th>
          <th scope="col">Outputs added up in the same order</th>
          <th scope="col">Outputs with equal bits</th>
        </tr>
      </thead>
      <tbody>
        {calls.map(({ batch, row, sameOrder, equalBits, of }) => (
          <tr key={`${batch}/${row}`}>
            <th scope="row">{batch}</th>
            <td>
              {formatCount(sameOrder)} of {formatCount(of)}
            </td>
            <td>{equalBits === null ? 'recorded on other numbers' : `${formatCount(equalBits)} of ${formatCount(of)}`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
