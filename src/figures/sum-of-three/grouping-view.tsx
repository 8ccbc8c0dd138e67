import { Digits } from '../../charts/digits';
import { useRoom } from '../../charts/room';
import type { Addition } from '../../figure-parts/addition/addition';
import { additionWords } from '../../figure-parts/addition/addition';
import { AlignedBits } from '../../figure-parts/addition/aligned-bits';
import { ChainBits } from '../../figure-parts/addition/chain-bits';
import { RoundingLine } from '../../figure-parts/addition/rounding-line';
import { numberText } from '../../lib/number-text';
import styles from './sum-of-three.module.css';
import type { Grouping } from './three-sums';

interface GroupingProps {
  readonly grouping: Grouping;
  /** Names of the two additions' operands: ["a", "b"], then ["a + b", "c"]. */
  readonly names: readonly [readonly [string, string], readonly [string, string]];
}

/** What the result takes above its bits on a stage, and half the gap between the two, in pixels. */
const RESULT = 52;

/** One way to bracket the sum: its result, marked from the digit in which it differs from the other's, and its bits. */
export function GroupingPicture({ grouping: { text, first, second, result }, names: [inner, outer], against }: GroupingProps & { readonly against: number }) {
  const room = useRoom();
  // The sum in brackets is on the left of the second addition, or on its right.
  const [third, thirdName] = outer[0].length > 1 ? [second.b, outer[1]] : [second.a, outer[0]];
  return (
    <section className={styles.grouping} aria-label={text}>
      <p className={styles.result}>
        {text} = <Digits text={numberText(result)} against={numberText(against)} />
      </p>
      <ChainBits first={first} third={third} second={second} names={[...inner, inner.join(' + '), thirdName, 'sum']} height={room === null ? 0 : room / 2 - RESULT} />
    </section>
  );
}

/** One way to bracket the sum, addition by addition: what each keeps and loses. */
export function GroupingView({ grouping, names }: GroupingProps) {
  return (
    <section className={styles.grouping} aria-label={`${grouping.text}, rounding by rounding`}>
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
