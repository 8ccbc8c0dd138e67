import { useMemo } from 'react';
import { roughCount, sizeText } from '../../lib/size-text';
import type { Baseline } from '../../share/special-settings';
import type { SweepResult } from '../../store/results';
import { useFitted } from '../../store/use-part';
import field from '../../ui/field.module.css';
import { useSet } from '../../figure-parts/use-set';
import { Folded } from '../../ui/folded';
import { useShown } from '../../ui/presentation';
import type { FarOutput } from './largest-differences';
import { largestDifferences } from './largest-differences';
import styles from './heatmap.module.css';

/** The highest ulp count and the largest difference side by side: they are seldom at the same output. */
export function UlpAlone({ sweep, baseline }: { readonly sweep: SweepResult; readonly baseline: Baseline }) {
  const found = useMemo(() => largestDifferences(sweep, baseline), [sweep, baseline]);
  if (found === null) return null;
  const { byUlp, byAbsolute } = found;
  return (
    <Folded title="Why not ulp alone">
      <div className={styles.extremes}>
        <Extreme name="The highest ulp count" far={byUlp}>
          {roughCount(byUlp.ulp)} ulp from the baseline, yet only {sizeText(byUlp.absolute)} apart: the output itself is {sizeText(byUlp.value)}, where the steps are tiny.
        </Extreme>
        <Extreme name="The largest difference" far={byAbsolute}>
          {sizeText(byAbsolute.absolute)} apart, {byAbsolute.absolute > byUlp.absolute ? `${sizeText(byAbsolute.absolute / byUlp.absolute)} times as much, and only ` : ''}
          {roughCount(byAbsolute.ulp)} ulp: the output is {sizeText(byAbsolute.value)}.
        </Extreme>
      </div>
    </Folded>
  );
}

function Extreme({ name, far, children }: { readonly name: string; readonly far: FarOutput; readonly children: React.ReactNode }) {
  const set = useSet();
  const { cell } = useFitted('cell');
  const { line, column } = far.place;
  const canChoose = useShown('cell');
  const chosen = cell?.line === line && cell.column === column;
  return (
    <p>
      <strong>{name}</strong> <br />
      {children} <br />
      {canChoose ? (
        <button type="button" className={field.button} aria-pressed={chosen} onClick={() => set({ cell: chosen ? null : far.place })}>
          Output {column} at batch {line}
        </button>
      ) : (
        `Output ${column} at batch ${line}.`
      )}
    </p>
  );
}
