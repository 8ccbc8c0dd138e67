import type { KeyboardEvent } from 'react';
import { useRef } from 'react';
import { OrderSpan } from '../../charts/marks/order-span';
import { useWidth } from '../../charts/use-width';
import styles from './kernel-map.module.css';
import type { KernelMap, MapPlace, MapSpan } from './map-rows';
import type { DrawnSpan } from './map-scale';
import { drawnSpan, mapScale } from './map-scale';
import { titleOf, outputsText, rowText } from './map-words';

/** Height of a row's bars, in pixels. */
const BAR = 24;

interface MapGridProps {
  readonly map: KernelMap;
  readonly place: MapPlace | null;
  readonly lit: ReadonlySet<string> | null;
  readonly onPoint: (place: MapPlace | null) => void;
}

/** The rows over a logarithmic axis of batch sizes. Arrow keys move between recorded sizes and between rows. */
export function MapGrid({ map, place, lit, onPoint }: MapGridProps) {
  const grid = useRef<HTMLDivElement>(null);
  // Measured on the axis, because rows come and go with the layer.
  const [axis, width] = useWidth<HTMLDivElement>();
  const scale = mapScale(map);
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
  return (
    <div ref={grid} className={styles.map} role="grid" aria-label="Batch sizes across, recordings down" aria-readonly="true" onMouseLeave={() => onPoint(null)}>
      <div aria-hidden="true" className={styles.row}>
        <div ref={axis} className={styles.axis}>
          {scale.ticks.map((tick) => (
            <span key={tick} style={{ insetInlineStart: percent(tick) }}>
              {tick}
            </span>
          ))}
        </div>
      </div>
      {map.rows.map((row, r) => (
        <div key={row.name} role="row" className={styles.row}>
          <div role="rowheader" className={styles.rowHead}>
            <span className={styles.library}>{titleOf(row)}</span>
            <span className={styles.backend}>
              {[row.library.backend, row.machine.threads === 1 ? '' : `${row.machine.threads} threads`].filter((text) => text !== '').join(', ')}
            </span>
          </div>
          <div role="presentation" className={styles.track}>
            {scale.ticks.map((tick) => (
              <span key={tick} aria-hidden="true" className={styles.tick} style={{ insetInlineStart: percent(tick) }} />
            ))}
            {row.spans.map((span, s) => (
              <Span
                key={span.batch}
                map={map}
                span={span}
                drawn={drawnSpan(map, span, scale, width)}
                chosen={place?.row === row && place.span === span}
                faded={lit !== null && !span.parts.some(({ key }) => lit.has(key))}
                tabbable={place === null ? r === 0 && s === 0 : place.row === row && place.span === span}
                id={`${r}/${s}`}
                onPoint={(pointed) => onPoint(pointed ? { row, span } : null)}
                onKeyDown={(event) => go(event, r, s)}
              />
            ))}
          </div>
          <div role="gridcell" className={styles.rowText}>
            {rowText(row)}
          </div>
        </div>
      ))}
    </div>
  );
}

interface SpanProps {
  readonly map: KernelMap;
  readonly span: MapSpan;
  readonly drawn: DrawnSpan;
  readonly id: string;
  readonly chosen: boolean;
  readonly faded: boolean;
  readonly tabbable: boolean;
  readonly onPoint: (pointed: boolean) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** A recorded batch size, solid, and the stretch up to the next one, pale or hatched. */
function Span({ map, span, drawn, id, chosen, faded, tabbable, onPoint, onKeyDown }: SpanProps) {
  const { batch, parts } = span;
  const { from, width, letters } = drawn;
  const spoken = parts.map((part) => `order ${map.orders.get(part.key)!.mark.letter}${outputsText(part) && ` for ${outputsText(part)}`}`).join('; ');
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
      <svg aria-hidden="true" className={styles.bars} width={width} height={BAR}>
        <OrderSpan {...drawn} height={BAR} />
      </svg>
    </div>
  );
}
