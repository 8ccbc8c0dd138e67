import { labelledRows } from './heatmap-geometry';
import styles from './heatmap.module.css';

interface HeatmapRowLabelsProps {
  readonly title: string;
  readonly rows: readonly string[];
  /** For each row the colours that stand beside its label, as custom properties: ["--order-0"]. */
  readonly colours: readonly (readonly string[])[] | undefined;
  readonly rowHeight: number;
  readonly height: number;
}

/** The names of the rows, beside the map; the readout says them to screen readers. */
export function HeatmapRowLabels({ title, rows, colours, rowHeight, height }: HeatmapRowLabelsProps) {
  return (
    <div className={styles.rowLabels} data-coloured={colours && true} style={{ height: `${height}px` }} aria-hidden="true">
      <span className={styles.rowTitle}>{title}</span>
      {labelledRows(rows.length, rowHeight).map((row) => (
        <span key={row} style={{ top: `${(row + 0.5) * rowHeight}px` }}>
          {rows[row]}
        </span>
      ))}
      {colours?.map((some, row) => (
        <div key={row} className={styles.rowColours} style={{ top: `${row * rowHeight}px`, height: `${rowHeight - (rowHeight >= 14 ? 3 : 0)}px` }}>
          {some.map((colour) => (
            <i key={colour} style={{ background: `var(${colour})` }} />
          ))}
        </div>
      ))}
    </div>
  );
}
