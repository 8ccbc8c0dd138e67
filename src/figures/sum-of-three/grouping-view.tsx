import { numberText } from '../../lib/number-text';
import type { Addition } from '../../figure-parts/addition/addition';
import { additionWords } from '../../figure-parts/addition/addition';
import { AlignedBits } from '../../figure-parts/addition/aligned-bits';
import { RoundingLine } from '../../figure-parts/addition/rounding-line';
import styles from './sum-of-three.module.css';
import type { Grouping } from './three-sums';

interface GroupingViewProps {
  readonly grouping: Grouping;
  /** Names of the two additions' operands: ["a", "b"], then ["a + b", "c"]. */
  readonly names: readonly (readonly [string, string])[];
}

/** One way to bracket the sum: its two additions, each with what it keeps and what it loses. */
export function GroupingView({ grouping, names }: GroupingViewProps) {
  return (
    <section className={styles.grouping} aria-label={grouping.text}>
      <h4>{grouping.text}</h4>
      {[grouping.first, grouping.second].map((addition, i) => {
        const [a, b] = names[i]!;
        return <AdditionView key={i} title={i === 0 ? `${a} + ${b}` : grouping.text} addition={addition} names={{ a, b }} />;
      })}
    </section>
  );
}

function AdditionView({ title, addition, names }: { readonly title: string; readonly addition: Addition; readonly names: { readonly a: string; readonly b: string } }) {
  return (
    <div className={styles.addition}>
      <p className={styles.sum}>
        {title} = <code>{numberText(addition.sum)}</code>
      </p>
      <p className={styles.words}>{additionWords(addition, names)}</p>
      <AlignedBits addition={addition} names={names} />
      <RoundingLine addition={addition} />
    </div>
  );
}
