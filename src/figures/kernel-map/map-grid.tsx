import type { KeyboardEvent } from 'react';
import { useRef } from 'react';
import { orderColour, orderLap } from '../../figure-parts/order-colours';
import styles from './kernel-map.module.css';
import type { KernelMap, MapPlace, MapSpan } from './map-rows';
import { titleOf, outputsText, rowText } from './map-words';

interface MapGridProps {
  readonly map: KernelMap;
  readonly place: MapPlace | null;
  readonly lit: ReadonlySet<string> | null;
  readonly onPoint: (place: MapPlace | null) => void;
}

/** The rows over a logarithmic axis of batch sizes. Arrow keys go from one recorded size to the next, and between rows. */
export function MapGrid({ map, place, lit, onPoint }: MapGridProps) {
  const grid = useRef<HTMLDivElement>(null);
  const end = Math.log2(map.largest + 1);
  /** Percent of the axis. A batch size takes the room up to the next whole number. */
  const at = (batch: number): number => (100 * Math.log2(batch)) / end;
  const ticks = Array.from({ length: Math.floor(Math.log2(map.largest)) + 1 }, (_, power) => 2 ** power);
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
      {map.rows.map((row, r) => (
        <div key={row.name} role="row" className={styles.row}>
          <div role="rowheader" className={styles.rowHead}>
            <span className={styles.library}>{titleOf(row)}</span>
            <span className={styles.backend}>
              {[row.library.backend, row.machine.threads === 1 ? '' : `${row.machine.threads} threads`].filter((text) => text !== '').join(', ')}
            </span>
          </div>
          <div role="presentation" className={styles.track}>
            {ticks.map((tick) => (
              <span key={tick} aria-hidden="true" className={styles.tick} style={{ insetInlineStart: `${at(tick)}%` }}>
                {r === 0 && <span>{tick}</span>}
              </span>
            ))}
            {row.spans.map((span, s) => (
              <Span
                key={span.batch}
                map={map}
                span={span}
                at={at}
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
  readonly at: (batch: number) => number;
  readonly id: string;
  readonly chosen: boolean;
  readonly faded: boolean;
  readonly tabbable: boolean;
  readonly onPoint: (pointed: boolean) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** From one recorded batch size to the next: solid where it was recorded, pale or hatched up to the next. */
function Span({ map, span, at, id, chosen, faded, tabbable, onPoint, onKeyDown }: SpanProps) {
  const { batch, parts, until, next, opens } = span;
  const from = at(batch);
  const width = at(until ?? batch + 1) - from;
  const sure = (100 * (at(batch + 1) - from)) / width;
  const letters = parts.map(({ key }) => map.orders.get(key)!.letter).join(' + ');
  const spoken = parts.map((part) => `order ${map.orders.get(part.key)!.letter}${outputsText(part) && ` for ${outputsText(part)}`}`).join('; ');
  return (
    <div
      role="gridcell"
      className={styles.span}
      style={{ insetInlineStart: `${from}%`, inlineSize: `${width}%` }}
      aria-label={`batch ${batch}: ${spoken}`}
      aria-selected={chosen}
      data-faded={faded || undefined}
      data-last={until === null || undefined}
      data-place={id}
      tabIndex={tabbable ? 0 : -1}
      onMouseEnter={() => onPoint(true)}
      onFocus={() => onPoint(true)}
      onBlur={() => onPoint(false)}
      onKeyDown={onKeyDown}
    >
      <span className={styles.letter}>{opens ? letters : ''}</span>
      <span className={styles.bars}>
        {parts.map(({ key, share }) => (
          <span key={key} className={styles.bar} data-lap={orderLap(key) > 0 || undefined} style={{ flexGrow: Math.max(share, 0.25), color: `var(${orderColour(key)})` }}>
            <span className={styles.sure} style={{ inlineSize: `${sure}%` }} />
            {next !== null && <span className={next === 'same' ? styles.same : styles.other} />}
          </span>
        ))}
      </span>
    </div>
  );
}
