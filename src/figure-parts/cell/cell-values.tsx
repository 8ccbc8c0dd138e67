import { doubleText } from '../../lib/number-text';
import { BitRow } from '../../charts/bit-row';
import { Digits } from '../../charts/digits';
import type { Dtype } from '../../numerics/dtypes';
import { roundToDtype } from '../../numerics/dtypes';
import { modelledMark } from '../difference-map/modelled-mark';
import { OrderSwatch } from '../order-swatch';
import type { ComparedSide } from './cell-comparison';
import styles from './cell-panel.module.css';
import { hexOf } from '../../numerics/hex-of';

interface CellValuesProps {
  readonly here: ComparedSide;
  readonly there: ComparedSide | null;
  /** Of the outputs. */
  readonly dtype: Dtype;
}

/** The two numbers one above the other: to the last digit, in hexadecimal, as bits; differences are marked. */
export function CellValues({ here, there, dtype }: CellValuesProps) {
  const sides = there ? [here, there] : [here];
  // As for the differences, a reference is first rounded to the outputs' type.
  const rounded = sides.map(({ value }) => (roundToDtype(dtype, value)));
  return (
    <div className={styles.values}>
      {sides.map((side, i) => {
        const value = rounded[i]!;
        const other = rounded[1 - i];
        return (
          <div key={i} className={styles.value}>
            <span className={styles.name}>
              {side.how && <OrderSwatch mark={side.how.mark} />}
              {side.title}
              {modelledMark(side.how?.provenance)}
              {side.how === null && dtype !== 'float64' && `, rounded${dtype === 'float32' ? '' : ` to ${dtype}`}`}
            </span>
            <span className={styles.decimal}>
              <Digits text={doubleText(value)} {...(other !== undefined && { against: doubleText(other) })} />
            </span>
            <span className={styles.hex}>
              <HexDigits text={hexOf(value, dtype)} {...(other !== undefined && { against: hexOf(other, dtype) })} />
            </span>
            {dtype !== 'float64' && (
              <div className={styles.bits}>
                <BitRow value={value} dtype={dtype} {...(other !== undefined && { against: other })} legend={i === 0} />
              </div>
            )}
            {side.how === null && dtype !== 'float64' && <span className={styles.note}>before rounding {doubleText(side.value)}</span>}
          </div>
        );
      })}
    </div>
  );
}

/** Marks everything from the first digit that differs. */
function HexDigits({ text, against = text }: { readonly text: string; readonly against?: string }) {
  let same = 0;
  while (same < text.length && text[same] === against[same]) same++;
  return (
    <>
      <Digits text={text.slice(0, same)} />
      {same < text.length && <Digits text={text.slice(same)} against="" />}
    </>
  );
}
