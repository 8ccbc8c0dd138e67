import { useMemo, useState } from 'react';
import { RadioGroup } from '../../ui/radio-group';
import { useRecordings } from '../gallery/use-recordings';
import styles from './kernel-map.module.css';
import { MapGrid } from './map-grid';
import { MapOrders } from './map-orders';
import { MapReadout } from './map-readout';
import type { MapLayer, MapPlace } from './map-rows';
import { kernelMap, mapLayers } from './map-rows';
import { MapTable } from './map-table';
import { mapFinding } from './map-words';

/** Which recorded library adds up in which order at which batch size, one layer at a time. */
export default function KernelMapFigure() {
  const recordings = useRecordings();
  const layers = useMemo(() => (recordings?.ok ? mapLayers(recordings.value) : []), [recordings]);
  const [title, setTitle] = useState<string | null>(null);
  const layer = layers.find((one) => one.title === title) ?? layers[0];
  if (recordings === null) return <p className={styles.waiting}>Loading the recordings…</p>;
  if (layer === undefined) return <p role="status">{recordings.ok ? '' : recordings.error.message}</p>;
  return (
    <figure className={styles.figure} aria-label="Which library switches where">
      <RadioGroup legend="Layer, K → N" value={layer.title} options={layers.map((one) => ({ value: one.title, label: one.title }))} onChange={setTitle} />
      <LayerMap key={layer.title} layer={layer} />
    </figure>
  );
}

function LayerMap({ layer }: { readonly layer: MapLayer }) {
  const map = useMemo(() => kernelMap(layer.recordings), [layer]);
  const first = map.rows[0];
  const [place, setPlace] = useState<MapPlace | null>(first?.spans[0] ? { row: first, span: first.spans[0] } : null);
  /** Orders that are pointed at: everything else steps back. */
  const [lit, setLit] = useState<ReadonlySet<string> | null>(null);
  return (
    <>
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
    </>
  );
}
