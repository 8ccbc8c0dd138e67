import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';
import type { FigureValues } from '../../share/figure-settings';
import { Control } from '../../ui/control';
import { RadioGroup } from '../../ui/radio-group';
import { GalleryFailure } from '../../figure-parts/gallery/gallery-failure';
import { useEntries, useRecordings } from '../../figure-parts/gallery/use-recordings';
import { useFigure } from '../../figure-parts/use-set';
import field from '../../ui/field.module.css';
import { usePresentation } from '../../ui/presentation';
import { Folded } from '../../ui/folded';
import { DOTS, OrderSpan } from '../../charts/marks/order-span';
import styles from './kernel-map.module.css';
import { MapGrid } from './map-grid';
import { MapOrders } from './map-orders';
import { MapReadout } from './map-readout';
import type { KernelMap, MapLayer, MapPlace } from './map-rows';
import { kernelMap, mapLayers, shownAtFirst } from './map-rows';
import { KEY_WIDTH, MAP_KEY } from './map-scale';
import { MapTable } from './map-table';
import { mapFinding } from './map-words';

type Choice = FigureValues<'kernel-map'>;

/** Which recorded library uses which order at which batch size, one layer at a time. */
export default function KernelMapFigure() {
  const entries = useEntries();
  const layers = useMemo(() => (entries?.ok ? mapLayers(entries.value) : []), [entries]);
  const [chosen, choose] = useFigure('kernel-map');
  const layer = layers.find(({ entries: of }) => of.some(({ name }) => name === chosen.recording)) ?? layers[0];
  if (entries === null) return <Waiting />;
  if (!entries.ok) return <GalleryFailure message={entries.error.message} />;
  if (layer === undefined) return null;
  return (
    <figure className={styles.figure} aria-label="Which library switches where">
      <Control of="rec">
        <RadioGroup legend="Layer, K → N" value={layer.title} options={layers.map((one) => ({ value: one.title, label: one.title }))} onChange={(title) => choose({ recording: layers.find((one) => one.title === title)?.entries[0]?.name ?? '', batch: 0 })} />
      </Control>
      <LayerMap key={layer.title} layer={layer} chosen={chosen} choose={choose} />
    </figure>
  );
}

function Waiting() {
  return <p className={styles.waiting}>Loading the recordings…</p>;
}

/** The place to read out: the chosen one, or the first batch size of the chosen (or first) row. */
function placeOf({ rows }: KernelMap, { recording, batch }: Choice): MapPlace | null {
  const row = rows.find(({ name }) => name === recording) ?? rows[0];
  const span = row?.spans.find((one) => one.batch === batch) ?? row?.spans[0];
  return row && span ? { row, span } : null;
}

interface LayerMapProps {
  readonly layer: MapLayer;
  readonly chosen: Choice;
  readonly choose: (change: Partial<Choice>) => void;
}

function LayerMap({ layer, chosen, choose }: LayerMapProps) {
  const few = useMemo(() => shownAtFirst(layer), [layer]);
  /** A recording that is chosen is shown, whichever it is. */
  const chosenToo = few.includes(chosen.recording) ? '' : chosen.recording;
  const names = useMemo(() => layer.entries.map(({ name }) => name).filter((name) => chosen.all || name === chosenToo || few.includes(name)), [layer, chosen.all, chosenToo, few]);
  const recordings = useRecordings(names);
  const map = useMemo(() => (recordings?.ok ? kernelMap(recordings.value) : null), [recordings]);
  if (recordings?.ok === false) return <GalleryFailure message={recordings.error.message} />;
  if (map === null) return <Waiting />;
  const all = layer.entries.length;
  return (
    <ShownMap map={map} chosen={chosen} choose={choose}>
      {few.length < all && (
        <Control of="every">
          <button type="button" className={`${field.button} ${styles.more}`} onClick={() => choose(chosen.all ? { all: false, ...(chosenToo !== '' && { recording: few[0]!, batch: 0 }) } : { all: true })}>
            {chosen.all ? `Only ${few.length} of them` : `All ${all} recordings`}
          </button>
        </Control>
      )}
    </ShownMap>
  );
}

interface ShownMapProps {
  readonly map: KernelMap;
  readonly chosen: Choice;
  readonly choose: (change: Partial<Choice>) => void;
  /** Under the rows. */
  readonly children: ReactNode;
}

function ShownMap({ map, chosen, choose, children }: ShownMapProps) {
  const { readOnly } = usePresentation();
  /** In a read-only presentation, the readout follows the pointer. */
  const [pointedAt, setPointedAt] = useState<MapPlace | null>(null);
  const place = (readOnly ? pointedAt : null) ?? placeOf(map, chosen);
  /** The orders pointed at; everything else fades. */
  const [lit, setLit] = useState<ReadonlySet<string> | null>(null);
  return (
    <>
      <p className={styles.finding}>{mapFinding(map)}</p>
      <MapGrid
        map={map}
        place={place}
        lit={lit}
        onPoint={(pointed) => {
          setPointedAt(pointed);
          if (pointed) choose({ recording: pointed.row.name, batch: pointed.span.batch });
          setLit(pointed && new Set(pointed.span.parts.map(({ key }) => key)));
        }}
      />
      {children}
      <ul className={styles.key}>
        {MAP_KEY.map(({ text, ...span }) => (
          <li key={text}>
            <svg width={KEY_WIDTH} height={13 + DOTS} aria-hidden="true">
              <OrderSpan {...span} height={13} />
            </svg>
            {text}
          </li>
        ))}
      </ul>
      {place && <MapReadout map={map} place={place} />}
      <Folded title="All orders, in the notation">
        <MapOrders map={map} onPoint={(key) => setLit(key === null ? null : new Set([key]))} />
      </Folded>
      <MapTable map={map} />
    </>
  );
}
