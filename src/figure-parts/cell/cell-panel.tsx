import { useCallback, useId, useMemo } from 'react';
import { layerKey } from '../../experiments/layer-key';
import { factorsOf } from '../../linear/number-formats';
import { outputDtype } from '../../linear/output-format';
import type { AdderName } from '../../numerics/group-sizes';
import { adderSteps } from '../../orders/adder-steps';
import { TreePair } from '../tree-pair/tree-pair';
import { useResult } from '../../store/use-part';
import field from '../../ui/field.module.css';
import { Control } from '../../ui/control';
import type { Baseline, CellPlace } from '../../share/special-settings';
import type { SweepResult, WholeResult } from '../../store/results';
import type { CellComparison } from './cell-comparison';
import { sweepCell, wholeCell } from './cell-comparison';
import styles from './cell-panel.module.css';
import { CellValues } from './cell-values';
import { DifferenceTriple } from './difference-triple';

interface CellPanelProps {
  readonly comparison: CellComparison;
  readonly onClose: () => void;
}

interface CellProps extends Pick<CellPanelProps, 'onClose'> {
  readonly cell: CellPlace;
}

/** An output of a sweep; nothing where it is not computed yet. */
export function SweepCellPanel({ sweep, baseline, cell, onClose }: CellProps & { readonly sweep: SweepResult; readonly baseline: Baseline }) {
  const comparison = useMemo(() => sweepCell(sweep, baseline, cell), [sweep, baseline, cell]);
  return comparison && <CellPanel comparison={comparison} onClose={onClose} />;
}

/** An output of a whole batch; nothing where it is not computed yet. */
export function WholeCellPanel({ whole, cell, onClose }: CellProps & { readonly whole: WholeResult }) {
  const comparison = useMemo(() => wholeCell(whole, cell), [whole, cell]);
  return comparison && <CellPanel comparison={comparison} onClose={onClose} />;
}

/** One output: both values to the bit, how far apart they are, and the two summation trees behind them. */
function CellPanel({ comparison, onClose }: CellPanelProps) {
  const heading = useId();
  const { title, layer, row, column, here, there, absSum } = comparison;
  const dtype = outputDtype(layer);
  const result = useResult('cell');
  const key = useMemo(() => layerKey(layer), [layer]);
  const numbers = result?.numbers.row === row && result.numbers.column === column && layerKey(result.spec.layer) === key ? result.numbers : null;
  const side = (one: typeof here) => one.how && { title: one.title, method: one.how.method, mark: one.how.mark };
  const { format } = layer;
  const stepsOf = useCallback((adder: AdderName) => adderSteps(adder, factorsOf(format)), [format]);
  const left = side(here);
  const right = there && side(there);
  return (
    <section className={styles.panel} aria-labelledby={heading}>
      <header className={styles.head}>
        <h3 id={heading}>{title}</h3>
        <Control of="cell">
          <button type="button" className={field.button} onClick={onClose}>
            Close
          </button>
        </Control>
      </header>
      <CellValues here={here} there={there} dtype={dtype} />
      {there ? <DifferenceTriple here={here} there={there} absSum={absSum} dtype={dtype} /> : <p className={styles.note}>This batch size is the baseline itself.</p>}
      {numbers === null || left === null ? (
        <p className={styles.note}>The numbers of this output are being computed.</p>
      ) : (
        <TreePair left={left} {...(right && { right })} numbers={numbers} arithmetic={format === 'float64' ? 'float64' : 'float32'} stepsOf={stepsOf} />
      )}
    </section>
  );
}
