import { BitRow } from '../../charts/bit-row';
import { Digits } from '../../charts/digits';
import { doubleText, numberText } from '../../lib/number-text';
import { roughCount, sizeText } from '../../lib/size-text';
import styles from './sum-of-three.module.css';
import type { ThreeSums } from './three-sums';

/** Both results, to the digit and to the bit, and how far apart they are. */
export function SumsCompared({ sums }: { readonly sums: ThreeSums }) {
  const { left, right, exact, difference } = sums;
  const texts = [numberText(left.result), numberText(right.result)] as const;
  return (
    <section className={styles.compared} aria-label="Both sums">
      <table className={styles.results}>
        <tbody>
          <tr>
            <th scope="row">{left.text}</th>
            <td data-value={left.result}>
              <Digits text={texts[0]} against={texts[1]} />
            </td>
          </tr>
          <tr>
            <th scope="row">{right.text}</th>
            <td data-value={right.result}>
              <Digits text={texts[1]} against={texts[0]} />
            </td>
          </tr>
          <tr>
            <th scope="row">exact</th>
            <td data-value={exact}>
              <code>{Number.isInteger(exact) ? numberText(exact) : doubleText(exact)}</code>
            </td>
          </tr>
        </tbody>
      </table>
      <dl className={styles.difference} aria-label="The first minus the second">
        <div>
          <dt>difference</dt>
          <dd>{sizeText(difference.absolute, 3)}</dd>
        </div>
        <div>
          <dt>in ulp</dt>
          <dd>{roughCount(difference.ulp)}</dd>
        </div>
        <div>
          <dt>of |a| + |b| + |c|</dt>
          <dd>{sizeText(difference.relative, 3)}</dd>
        </div>
      </dl>
      <div className={styles.bits}>
        <BitRow value={left.result} against={right.result} label={left.text} legend />
        <BitRow value={right.result} against={left.result} label={right.text} />
      </div>
    </section>
  );
}
