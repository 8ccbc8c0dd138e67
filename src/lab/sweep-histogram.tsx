import { memo, useMemo } from 'react';
import { Histogram } from '../charts/histogram';
import { binEdges, countBins } from '../charts/log-bins';
import { largestOf } from '../figure-parts/difference-map/difference-matrix';
import { baselineText } from '../figure-parts/sweep/baseline-text';
import type { SweepMatrix } from '../figure-parts/sweep/sweep-matrix';
import { differenceText, UNIT_CAPTIONS } from '../figure-parts/units';
import styles from '../figure-parts/request-state/results.module.css';
import { useSettled } from '../figure-parts/request-state/use-settled';
import own from './sweep-histogram.module.css';

/** The distribution of each batch size's differences by size, without the baseline's own row. */
export function SweepHistogram({ matrix }: { readonly matrix: SweepMatrix }) {
  return <Spread matrix={useSettled(matrix)} />;
}

const Spread = memo(function Spread({ matrix }: { readonly matrix: SweepMatrix }) {
  const { lines, columns, values, unit, baseline } = matrix;
  const { rows, edges } = useMemo(() => {
    const shown = lines.flatMap((batch, line) => {
      const row = values.subarray(line * columns, (line + 1) * columns);
      return batch === baseline || Number.isNaN(row[0]) ? [] : [{ label: `batch ${batch}`, row }];
    });
    const all = binEdges(shown.reduce((most, { row }) => largestOf(row, most), 0));
    return { edges: all, rows: shown.map(({ label, row }) => ({ label, bins: countBins(row, all) })) };
  }, [lines, columns, values, baseline]);
  if (edges.length === 0) return null;
  return (
    <section>
      <h3 className={own.title}>Sizes of the differences</h3>
      <p className={styles.note}>
        From {baselineText(baseline)}, {UNIT_CAPTIONS[unit]}; each bin holds sizes twice those of the one before it. Outputs larger than the baseline’s are drawn upwards, smaller ones downwards.
      </p>
      <Histogram label="Sizes of the differences, by batch size" rows={rows} edges={edges} formatValue={(size) => differenceText(size, unit)} />
    </section>
  );
});
