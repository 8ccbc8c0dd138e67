import { useId, useMemo } from 'react';
import { BitRow } from '../../charts/bit-row';
import { Digits } from '../../charts/digits';
import type { DifferenceUnit } from '../../experiments/differences';
import { differences } from '../../experiments/differences';
import { doubleText } from '../../lib/number-text';
import { outputDtype } from '../../linear/output-format';
import type { Dtype } from '../../numerics/dtypes';
import { roundToDtype } from '../../numerics/dtypes';
import type { Baseline, CellPlace } from '../../share/special-settings';
import type { SweepResult, WholeResult } from '../../store/results';
import { modelledMark } from '../difference-map/modelled-mark';
import { OrderSwatch } from '../order-swatch';
import { SmallTrees } from '../tree-pair/small-trees';
import { Control } from '../../ui/control';
import field from '../../ui/field.module.css';
import { signedText } from '../units';
import type { CellComparison, ComparedSide } from './cell-comparison';
import { sweepCell, wholeCell } from './cell-comparison';
import styles from './cell-panel.module.css';

interface PanelProps {
  readonly cell: CellPlace;
  /** Why it is this one, if the reader has not chosen it. */
  readonly note: string;
  /** Takes back what the reader has chosen; null where that is nothing. */
  readonly onClear: (() => void) | null;
}

/** An output of a sweep; nothing where it is not computed yet. */
export function SweepCellPanel({ sweep, baseline, cell, ...panel }: PanelProps & { readonly sweep: SweepResult; readonly baseline: Baseline }) {
  const comparison = useMemo(() => sweepCell(sweep, baseline, cell), [sweep, baseline, cell]);
  return comparison && <CellPanel comparison={comparison} {...panel} />;
}

/** An output of a whole batch; nothing where it is not computed yet. */
export function WholeCellPanel({ whole, cell, ...panel }: PanelProps & { readonly whole: WholeResult }) {
  const comparison = useMemo(() => wholeCell(whole, cell), [whole, cell]);
  return comparison && <CellPanel comparison={comparison} {...panel} />;
}

/** One output: both values to the digit and to the bit, how far apart they are, and the shapes of the two sums behind them. */
function CellPanel({ comparison, note, onClear }: Omit<PanelProps, 'cell'> & { readonly comparison: CellComparison }) {
  const heading = useId();
  const { title, layer, here, there, absSum } = comparison;
  const dtype = outputDtype(layer);
  const sides = there ? [here, there] : [here];
  return (
    <section className={styles.panel} aria-labelledby={heading}>
      <header className={styles.head}>
        <h3 id={heading}>{title}</h3>
        {note !== '' && (
          <p className={styles.note} data-control>
            {note}
          </p>
        )}
        {onClear && (
          <Control of="cell">
            <button
              type="button"
              className={`${field.button} ${styles.clear}`}
              onClick={({ currentTarget }) => {
                // The button goes; the focus goes to the map.
                currentTarget.closest('[data-picture]')?.querySelector<HTMLElement>('[role="application"]')?.focus();
                onClear();
              }}
            >
              Clear
            </button>
          </Control>
        )}
      </header>
      <CellValues here={here} there={there} dtype={dtype} />
      <p className={styles.distance}>{there === null ? 'The baseline itself.' : distanceText(here, there, absSum, dtype)}</p>
      <div className={styles.sums}>
        <SmallTrees sides={sides.flatMap(({ title: name, how }) => (how ? [{ title: name, method: how.method, mark: how.mark }] : []))} />
      </div>
    </section>
  );
}

interface CellValuesProps {
  readonly here: ComparedSide;
  readonly there: ComparedSide | null;
  /** Of the outputs. */
  readonly dtype: Dtype;
}

/** The two numbers one above the other: as Python prints them, and as bits; differences are marked. */
export function CellValues({ here, there, dtype }: CellValuesProps) {
  const sides = there ? [here, there] : [here];
  // As for the differences, a reference is first rounded to the outputs' type.
  const rounded = sides.map(({ value }) => roundToDtype(dtype, value));
  return (
    <>
      <div className={styles.values}>
        {sides.map((side, i) => (
          <div key={i} className={styles.value}>
            <span className={styles.name}>
              {side.how && <OrderSwatch mark={side.how.mark} />}
              {side.title}
              {modelledMark(side.how?.provenance)}
            </span>
            <span className={styles.decimal}>
              <Digits text={doubleText(rounded[i]!)} {...(there && { against: doubleText(rounded[1 - i]!) })} />
            </span>
          </div>
        ))}
      </div>
      {dtype !== 'float64' && sides.map((_, i) => <BitRow key={i} value={rounded[i]!} dtype={dtype} {...(there && { against: rounded[1 - i]! })} />)}
    </>
  );
}

const UNITS = ['relative', 'ulp', 'absolute'] as const satisfies readonly DifferenceUnit[];

/** One difference in three units: an output near zero can be many ulp off and still be as accurate as the others. */
function distanceText(here: ComparedSide, there: ComparedSide, absSum: number, dtype: Dtype): string {
  const values = dtype === 'float64' ? Float64Array.of(here.value) : Float32Array.of(here.value);
  const found = UNITS.map((unit) => [unit, differences(values, [there.value], [absSum], unit, dtype)[0]!] as const);
  if (found.some(([, difference]) => difference !== 0)) return found.map(([unit, difference]) => `${signedText(difference, unit)}${unit === 'absolute' ? ' absolute' : ''}`).join(' · ');
  return Object.is(values[0], roundToDtype(dtype, there.value)) ? 'Equal to the bit.' : 'Equal but for the sign of zero.';
}
