import { useCallback, useMemo } from 'react';
import { layerKey } from '../../experiments/layer-key';
import { doubleText } from '../../lib/number-text';
import { factorsOf } from '../../linear/number-formats';
import { outputDtype } from '../../linear/output-format';
import type { AdderName } from '../../numerics/group-sizes';
import { hexOf } from '../../numerics/hex-of';
import { roundToDtype } from '../../numerics/dtypes';
import { adderSteps } from '../../orders/adder-steps';
import type { Baseline, CellPlace } from '../../share/special-settings';
import type { SweepResult, WholeResult } from '../../store/results';
import { useResult } from '../../store/use-part';
import { TreePair } from '../tree-pair/tree-pair';
import type { CellComparison, ComparedSide } from './cell-comparison';
import { sweepCell, wholeCell } from './cell-comparison';
import styles from './cell-panel.module.css';

/** The two sums of an output of a sweep that the reader chose. */
export function SweepCellSums({ sweep, baseline, cell }: { readonly sweep: SweepResult; readonly baseline: Baseline; readonly cell: CellPlace }) {
  const comparison = useMemo(() => sweepCell(sweep, baseline, cell), [sweep, baseline, cell]);
  return comparison && <CellSums comparison={comparison} />;
}

/** The two sums of an output of a whole batch that the reader chose. */
export function WholeCellSums({ whole, cell }: { readonly whole: WholeResult; readonly cell: CellPlace }) {
  const comparison = useMemo(() => wholeCell(whole, cell), [whole, cell]);
  return comparison && <CellSums comparison={comparison} />;
}

/** Both sums, addition by addition, with what each rounding threw away. */
function CellSums({ comparison: { title, layer, row, column, here, there } }: { readonly comparison: CellComparison }) {
  const result = useResult('cell');
  const key = useMemo(() => layerKey(layer), [layer]);
  const numbers = result?.numbers.row === row && result.numbers.column === column && layerKey(result.spec.layer) === key ? result.numbers : null;
  const side = (one: ComparedSide) => one.how && { title: one.title, method: one.how.method, mark: one.how.mark };
  const { format } = layer;
  const dtype = outputDtype(layer);
  const stepsOf = useCallback((adder: AdderName) => adderSteps(adder, factorsOf(format)), [format]);
  const [left, right] = [side(here), there && side(there)];
  return (
    <section aria-label={`${title}, added up`} className={styles.inFull}>
      <p className={styles.note}>
        {[here, ...(there ? [there] : [])].map((one) => `${one.title}: ${hexOf(roundToDtype(dtype, one.value), dtype)}${one.how === null && dtype !== 'float64' ? `, before rounding ${doubleText(one.value)}` : ''}`).join('; ')}
      </p>
      {numbers === null || left === null ? (
        <p className={styles.note}>The numbers of this output are being computed.</p>
      ) : (
        <TreePair left={left} {...(right && { right })} numbers={numbers} arithmetic={format === 'float64' ? 'float64' : 'float32'} stepsOf={stepsOf} />
      )}
    </section>
  );
}
