import type { DifferenceUnit } from '../../experiments/differences';
import { differences } from '../../experiments/differences';
import type { Dtype } from '../../numerics/dtypes';
import { roundToDtype } from '../../numerics/dtypes';
import { differenceText } from '../units';
import type { ComparedSide } from './cell-comparison';
import styles from './cell-panel.module.css';

interface DifferenceTripleProps {
  readonly here: ComparedSide;
  readonly there: ComparedSide;
  readonly absSum: number;
  /** Of the outputs. */
  readonly dtype: Dtype;
}

const NAMES: Readonly<Record<DifferenceUnit, string>> = {
  absolute: 'absolute',
  ulp: 'ulp: steps from one number of the format to the next',
  relative: 'of Σ|x·w|, the scale of the sum’s rounding errors',
};

/** One difference in three units: an output near zero can be many ulp off and still be as accurate as the others. */
export function DifferenceTriple({ here, there, absSum, dtype }: DifferenceTripleProps) {
  const values = dtype === 'float64' ? Float64Array.of(here.value) : Float32Array.of(here.value);
  const units = ['absolute', 'ulp', 'relative'] as const;
  const found = units.map((unit) => differences(values, [there.value], [absSum], unit, dtype)[0]!);
  if (found.every((difference) => difference === 0)) return <p className={styles.note}>{Object.is(values[0], roundToDtype(dtype, there.value)) ? 'Equal to the bit.' : 'Equal but for the sign of zero.'}</p>;
  return (
    <dl className={styles.triple} aria-label={`${here.title} minus ${there.title}`}>
      {units.map((unit, i) => (
        <div key={unit}>
          <dt>{NAMES[unit]}</dt>
          <dd>
            {found[i]! > 0 && '+'}
            {differenceText(found[i]!, unit)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
