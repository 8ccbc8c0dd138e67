import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';
import type { FigureValues } from '../../share/figure-settings';
import { Control } from '../../ui/control';
import { RadioGroup } from '../../ui/radio-group';
import { GalleryFailure } from '../../figure-parts/gallery/gallery-failure';
import { useEntries, useRecordings } from '../../figure-parts/gallery/use-recordings';
import { useFigure } from '../../figure-parts/use-set';
import { FigureLayout } from '../../figure-parts/figure-layout/figure-layout';
import field from '../../ui/field.module.css';
import { usePresentation } from '../../ui/presentation';
import { Folded } from '../../ui/folded';
import { DOTS, OrderSpan } from '../../charts/marks/order-span';
import styles from './kernel-map.module.css';
import { MapGrid } from './map-grid';
import { MapOrders } from './map-orders';
import { MapReadout, WatchButton } from './map-readout';
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
  const control = (
    <Control of="rec">
      <RadioGroup legend="Layer, K → N" value={layer.title} options={layers.map((one) => ({ value: one.title, label: one.title }))} onChange={(title) => choose({ recording: layers.find((one) => one.title === title)?.entries[0]?.name ?? '', batch: 0 })} />
    </Control>
  );
  return <LayerMap layer={layer} chosen={chosen} choose={choose} control={control} />;
}

function Waiting() {
  return <p className={styles.waiting}>Loading the recordings…</p>;
}

/** The place that was chosen; null before one is. */
function placeOf({ rows }: KernelMap, { recording, batch }: Choice): MapPlace | null {
  const row = rows.find(({ name }) => name === recording);
  const span = row?.spans.find((one) => one.batch === batch);
  return row && span ? { row, span } : null;
}

interface LayerMapProps {
  readonly layer: MapLayer;
  readonly chosen: Choice;
  readonly choose: (change: Partial<Choice>) => void;
  /** Sets the layer. */
  readonly control: ReactNode;
}

function LayerMap({ layer, chosen, choose, control }: LayerMapProps) {
  const few = useMemo(() => shownAtFirst(layer), [layer]);
  /** A recording that is chosen is shown, whichever it is. */
  const chosenToo = few.includes(chosen.recording) ? '' : chosen.recording;
  const names = useMemo(() => layer.entries.map(({ name }) => name).filter((name) => chosen.all || name === chosenToo || few.includes(name)), [layer, chosen.all, chosenToo, few]);
  const recordings = useRecordings(names);
  const map = useMemo(() => (recordings?.ok ? kernelMap(recordings.value) : null), [recordings]);
  const { readOnly } = usePresentation();
  /** In a read-only presentation, the readout follows the pointer. */
  const [pointedAt, setPointedAt] = useState<MapPlace | null>(null);
  /** The orders pointed at; everything else fades. */
  const [lit, setLit] = useState<ReadonlySet<string> | null>(null);
  const place = (readOnly ? pointedAt : null) ?? (map && placeOf(map, chosen));
  const point = (pointed: MapPlace | null): void => {
    setPointedAt(pointed);
    if (pointed) choose({ recording: pointed.row.name, batch: pointed.span.batch });
    setLit(pointed && new Set(pointed.span.parts.map(({ key }) => key)));
  };
  const all = layer.entries.length;
  return (
    <FigureLayout
      picture={
        recordings?.ok === false ? (
          <GalleryFailure message={recordings.error.message} />
        ) : map === null ? (
          <Waiting />
        ) : (
          <>
            <MapGrid map={map} place={place} lit={lit} onPoint={point} />
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
            <MapReadout map={map} place={place} />
          </>
        )
      }
      finding={map && mapFinding(map)}
      controls={
        <>
          {control}
          {map && <WatchButton place={place ?? firstPlace(map)} />}
        </>
      }
      more={
        map && (
          <>
            {few.length < all && (
              <Control of="every">
                <button type="button" className={`${field.button} ${styles.all}`} onClick={() => choose(chosen.all ? { all: false, ...(chosenToo !== '' && { recording: few[0]!, batch: 0 }) } : { all: true })}>
                  {chosen.all ? `Only ${few.length} of them` : `All ${all} recordings`}
                </button>
              </Control>
            )}
            <Folded title={`All ${map.orders.size} orders, and who uses them`} always>
              <MapOrders map={map} onPoint={(key) => setLit(key === null ? null : new Set([key]))} />
            </Folded>
            <Folded title="The map as a table" always>
              <MapTable map={map} />
            </Folded>
          </>
        )
      }
    />
  );
}

function firstPlace({ rows }: KernelMap): MapPlace | null {
  const [row] = rows;
  const span = row?.spans[0];
  return row && span ? { row, span } : null;
}
