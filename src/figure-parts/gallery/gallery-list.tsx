import { useId, useMemo, useState } from 'react';
import type { GalleryEntry } from '../../recordings/gallery-entry';
import { isUserRecordingName } from '../../recordings/user-recording-name';
import { formatsText } from '../../recordings/library-text';
import type { Recording } from '../../recordings/recording';
import { isFloat32 } from '../../recordings/recording';
import field from '../../ui/field.module.css';
import { Folded } from '../../ui/folded';
import { SelectField } from '../../ui/select-field';
import { FileLink } from '../file-link';
import { formatCount, layerTitle } from '../../lib/words';
import { compareRecordings } from './compare-recordings';
import { GalleryFailure } from './gallery-failure';
import styles from './gallery-list.module.css';
import type { GalleryVariant } from './gallery-words';
import { batchesOf, choiceLabel, coverageText, galleryGroups, matches, partnersOf } from './gallery-words';
import { NOT_RECORDED } from './not-recorded';
import { useEntries, useRecordings } from './use-recordings';

const ANY = '';

/** All recordings by library, which can be searched and filtered by layer, and a comparison of two. Only the list of them is loaded. */
export function GalleryList() {
  const found = useEntries();
  const [search, setSearch] = useState('');
  const [layer, setLayer] = useState(ANY);
  const searchId = useId();
  if (found === null) return <p>Loading the recordings…</p>;
  if (!found.ok) return <GalleryFailure message={found.error.message} />;
  const all = found.value;
  const shown = all.filter((entry) => matches(entry, search) && (layer === ANY || layerTitle(entry) === layer));
  const layers = [...new Set(all.map(layerTitle))].map((title) => ({ value: title, label: title }));
  return (
    <section className={styles.gallery} aria-label="The recordings">
      <p>{coverageText(all)}</p>
      <Folded title={`All ${all.length} recordings`} always>
        <div className={styles.controls}>
          <div className={field.field} data-control>
            <label htmlFor={searchId} className={field.label}>
              Find a library
            </label>
            <input id={searchId} type="search" className={field.input} value={search} placeholder="PyTorch, 2 threads…" onChange={(event) => setSearch(event.target.value)} />
          </div>
          <SelectField label="Layer" value={layer} options={[{ value: ANY, label: 'all layers' }, ...layers]} onChange={setLayer} />
          <p className={styles.count} role="status">
            {shown.length} of {all.length} recordings{shown.length === 0 && '. The steps above record your own.'}
          </p>
        </div>
        <div className={styles.scroll} tabIndex={0} role="group" aria-label="List of recordings">
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">Library</th>
                <th scope="col">Layers</th>
                <th scope="col">What was recorded</th>
              </tr>
            </thead>
            {galleryGroups(shown).map(({ title, variants }) => (
              <tbody key={title}>
                <tr>
                  <th scope="rowgroup" colSpan={3} className={styles.library}>
                    {title}
                  </th>
                </tr>
                {variants.map((variant) => (
                  <Variant key={variant.entries[0]!.name} variant={variant} />
                ))}
              </tbody>
            ))}
          </table>
        </div>
      </Folded>
      <Folded title="Tried, and not recorded" always>
        <ul className={styles.tried}>
          {NOT_RECORDED.map(({ library, seen, meaning }) => (
            <li key={library}>
              <strong>{library}</strong>: “{seen}” So {meaning}
            </li>
          ))}
        </ul>
      </Folded>
      <Comparison all={all} />
    </section>
  );
}

function Variant({ variant }: { readonly variant: GalleryVariant }) {
  const { entries, library, machine, recordedOn, allRows } = variant;
  const where = machine.gpu ?? (machine.threads === 1 ? 'one thread' : `${machine.threads} threads`);
  return (
    <>
      <tr>
        <th scope="row" rowSpan={2}>
          {library.version}
          <span className={styles.quiet}>{library.backend}</span>
        </th>
        <td>
          {entries.map((entry) => (
            <span key={entry.name} className={styles.layer}>
              {isUserRecordingName(entry.name) ? layerTitle(entry) : <FileLink path={`recordings/${entry.name}.json`}>{layerTitle(entry)}</FileLink>}
            </span>
          ))}
        </td>
        <td>
          {[allRows ? 'all rows' : 'one row of each call', ...(isFloat32(variant) ? [] : [formatsText(variant)]), where].join(', ')}
        </td>
      </tr>
      <tr>
        <td colSpan={2} className={styles.details}>
          batch sizes {batchesOf(variant)}; {machine.cpu}; {recordedOn.slice(0, 10)}
        </td>
      </tr>
    </>
  );
}

/** Two recordings held against each other; they are loaded when the reader opens it. */
function Comparison({ all }: { readonly all: readonly GalleryEntry[] }) {
  const [open, setOpen] = useState(false);
  const [first, setFirst] = useState(all[0]?.name ?? '');
  const [second, setSecond] = useState('');
  const a = all.find(({ name }) => name === first) ?? all[0];
  if (a === undefined) return null;
  const { same, other } = partnersOf(a, all);
  const partners = [...same, ...other];
  const b = partners.find(({ name }) => name === second) ?? partners[0];
  return (
    <Folded title="Hold two recordings against each other" always onToggle={setOpen}>
      {open && (
        <div className={styles.compare}>
          <div className={styles.controls}>
            <SelectField label="Compare" value={a.name} options={all.map((entry) => ({ value: entry.name, label: choiceLabel(entry), group: layerTitle(entry) }))} onChange={setFirst} />
            {b && (
              <SelectField
                label="with"
                value={b.name}
                options={partners.map((entry) => ({ value: entry.name, label: choiceLabel(entry), group: same.includes(entry) ? 'On the same numbers' : 'On other numbers' }))}
                onChange={setSecond}
              />
            )}
          </div>
          {b === undefined ? <p role="status">No other recording is of this layer.</p> : <Compared a={a.name} b={b.name} />}
        </div>
      )}
    </Folded>
  );
}

function Compared({ a, b }: { readonly a: string; readonly b: string }) {
  const found = useRecordings(useMemo(() => [a, b], [a, b]));
  if (found === null) return <p role="status">Loading the recordings…</p>;
  if (!found.ok) return <GalleryFailure message={found.error.message} />;
  const [one, other] = found.value;
  return one && other ? <ComparedTable a={one.recording} b={other.recording} /> : <p role="status">One of the two could not be loaded.</p>;
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
