import type { KeyboardEvent } from 'react';
import { useRef } from 'react';
import { DOTS, OrderSpan } from '../../charts/marks/order-span';
import { useRoom } from '../../charts/room';
import { useWidth } from '../../charts/use-width';
import styles from './kernel-map.module.css';
import type { KernelMap, MapPlace, MapRow, MapSpan } from './map-rows';
import { mapGroups } from './map-rows';
import type { DrawnSpan } from './map-scale';
import { drawnSpans, labelledBatches, mapScale } from './map-scale';
import { outputsText, variantText } from './map-words';

/** Height of a row's bars, in pixels; on a stage at least, and at most. */
const BAR = 24;
const LOWEST_BAR = 12;
const HIGHEST_BAR = 64;
/** On a stage, what a row needs beside its bars, and what stands above and below the rows. */
const AROUND_BAR = 36;
const AROUND_ROWS = 112;
/** Room for letters beyond the axis, as .track has it, in pixels. */
const MARGIN = 44;

interface MapGridProps {
  readonly map: KernelMap;
  readonly place: MapPlace | null;
  readonly lit: ReadonlySet<string> | null;
  readonly onPoint: (place: MapPlace | null) => void;
}

/** The rows by library over the recorded batch sizes. Arrow keys move between recorded sizes and between rows. */
export function MapGrid({ map, place, lit, onPoint }: MapGridProps) {
  const grid = useRef<HTMLDivElement>(null);
  // Measured on the axis, because rows come and go with the layer.
  const [axis, width] = useWidth<HTMLDivElement>();
  const scale = mapScale(map);
  const room = useRoom();
  const bar = room === null ? BAR : Math.floor(Math.max(LOWEST_BAR, Math.min(HIGHEST_BAR, (room - AROUND_ROWS) / map.rows.length - AROUND_BAR)));
  const percent = (batch: number): string => `${100 * scale.at(batch)}%`;
  const go = (event: KeyboardEvent, row: number, span: number): void => {
    const rowTo = Math.min(map.rows.length - 1, Math.max(0, row + (event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0)));
    const spans = map.rows[rowTo]!.spans;
    const here = map.rows[row]!.spans[span]!.batch;
    let spanTo = rowTo === row ? span : Math.max(0, spans.findLastIndex(({ batch }) => batch <= here));
    if (event.key === 'ArrowRight') spanTo = Math.min(spans.length - 1, spanTo + 1);
    else if (event.key === 'ArrowLeft') spanTo = Math.max(0, spanTo - 1);
    else if (event.key === 'Home') spanTo = 0;
    else if (event.key === 'End') spanTo = spans.length - 1;
    else if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    grid.current?.querySelector<HTMLElement>(`[data-place="${rowTo}/${spanTo}"]`)?.focus();
  };
  const track = (row: MapRow) => {
    const r = map.rows.indexOf(row);
    const drawn = drawnSpans(map, row, scale, width, MARGIN, room !== null);
    return (
      <div role="presentation" className={styles.track} style={{ blockSize: `calc(1.3rem + ${bar + DOTS}px)` }}>
        {scale.batches.map((batch) => (
          <span key={batch} aria-hidden="true" className={styles.tick} style={{ insetInlineStart: percent(batch) }} />
        ))}
        {row.spans.map((span, s) => (
          <Span
            key={span.batch}
            map={map}
            span={span}
            drawn={drawn[s]!}
            bar={bar}
            chosen={place?.row === row && place.span === span}
            faded={lit !== null && !span.parts.some(({ key }) => lit.has(key))}
            tabbable={place === null ? r === 0 && s === 0 : place.row === row && place.span === span}
            id={`${r}/${s}`}
            onPoint={(pointed) => onPoint(pointed ? { row, span } : null)}
            onKeyDown={(event) => go(event, r, s)}
          />
        ))}
      </div>
    );
  };
  return (
    <div ref={grid} className={styles.map} role="grid" aria-label="Batch sizes across, recordings down, by library" aria-readonly="true" onMouseLeave={() => onPoint(null)}>
      <div aria-hidden="true" className={styles.row}>
        <span className={styles.axisTitle}>rows in the call</span>
        <div ref={axis} className={styles.axis}>
          {labelledBatches(scale, width, room !== null).map((batch) => (
            <span key={batch} style={{ insetInlineStart: percent(batch) }}>
              {batch}
            </span>
          ))}
        </div>
      </div>
      {mapGroups(map).map(({ title, rows }) => (
        <div key={title} role="rowgroup" aria-label={title} className={styles.group}>
          {rows.map((row) => {
            const { version, details } = variantText(row);
            return (
              <div key={row.name} role="row" className={styles.row} data-chosen={place?.row === row || undefined}>
                <div role="rowheader" className={styles.rowHead}>
                  <span className={styles.version}>
                    {title} {version}
                  </span>{' '}
                  <span className={styles.backend}>{details}</span>
                </div>
                {track(row)}
              </div>
            );
          })}
        </div>
      ))}
    </div>
  );
}

interface SpanProps {
  readonly map: KernelMap;
  readonly span: MapSpan;
  readonly drawn: DrawnSpan;
  /** Height of the bars, in pixels. */
  readonly bar: number;
  readonly id: string;
  readonly chosen: boolean;
  readonly faded: boolean;
  readonly tabbable: boolean;
  readonly onPoint: (pointed: boolean) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** A recorded batch size, solid, and the stretch up to the next one, pale or hatched. */
function Span({ map, span, drawn, bar, id, chosen, faded, tabbable, onPoint, onKeyDown }: SpanProps) {
  const { batch, parts } = span;
  const { from, width, letters } = drawn;
  const spoken = [...parts.map((part) => `order ${map.orders.get(part.key)!.mark.letter}${outputsText(part) && ` for ${outputsText(part)}`}`), ...(span.rowsDiffer ? ['rows of one call differ'] : [])].join('; ');
  return (
    <div
      role="gridcell"
      className={styles.span}
      style={{ insetInlineStart: `${from}px`, inlineSize: `${width}px` }}
      aria-label={`batch ${batch}: ${spoken}`}
      aria-selected={chosen}
      data-faded={faded || undefined}
      data-place={id}
      tabIndex={tabbable ? 0 : -1}
      onMouseEnter={() => onPoint(true)}
      onFocus={() => onPoint(true)}
      onBlur={() => onPoint(false)}
      onKeyDown={onKeyDown}
    >
      <span className={styles.letter}>{letters}</span>
      <svg aria-hidden="true" className={styles.bars} width={width} height={bar + DOTS}>
        <OrderSpan {...drawn} height={bar} />
      </svg>
    </div>
  );
}
