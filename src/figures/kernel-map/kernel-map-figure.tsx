import { useMemo, useState } from 'react';
import { useRecordings } from '../gallery/use-recordings';
import styles from './kernel-map.module.css';
import { MapGrid } from './map-grid';
import { MapOrders } from './map-orders';
import { MapReadout } from './map-readout';
import type { KernelMap, MapPlace } from './map-rows';
import { kernelMap } from './map-rows';
import { MapTable } from './map-table';
import { mapFinding } from './map-words';

/** Which recorded library adds up in which order at which batch size. */
export default function KernelMapFigure() {
  const recordings = useRecordings();
  const map = useMemo(() => (recordings?.ok ? kernelMap(recordings.value) : null), [recordings]);
  if (recordings === null) return <p className={styles.waiting}>Loading the recordings…</p>;
  if (map === null) return <p role="status">{recordings.ok ? '' : recordings.error.message}</p>;
  return <LoadedMap map={map} />;
}

function LoadedMap({ map }: { readonly map: KernelMap }) {
  const first = map.rows[0];
  const [place, setPlace] = useState<MapPlace | null>(first?.spans[0] ? { row: first, span: first.spans[0] } : null);
  /** Orders that are pointed at: everything else steps back. */
  const [lit, setLit] = useState<ReadonlySet<string> | null>(null);
  return (
    <figure className={styles.figure} aria-label="Which library switches where">
      <p className={styles.finding}>{mapFinding(map)}</p>
      <MapGrid
        map={map}
        place={place}
        lit={lit}
        onPoint={(pointed) => {
          if (pointed) setPlace(pointed);
          setLit(pointed && new Set(pointed.span.parts.map(({ key }) => key)));
        }}
      />
      <ul className={styles.key}>
        <li>
          <span className={styles.keySure} /> recorded
        </li>
        <li>
          <span className={styles.keySame} /> between two sizes with the same order
        </li>
        <li>
          <span className={styles.keyOther} /> it changes somewhere in here
        </li>
      </ul>
      {place && <MapReadout map={map} place={place} />}
      <MapOrders map={map} onPoint={(key) => setLit(key === null ? null : new Set([key]))} />
      <MapTable map={map} />
    </figure>
  );
}
