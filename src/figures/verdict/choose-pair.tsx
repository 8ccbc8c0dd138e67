import { useRef, useState } from 'react';
import type { Several } from '../../pasted/reading';
import { resultName } from '../../pasted/result-text';
import { arrayText } from '../../pasted/took-text';
import field from '../../ui/field.module.css';
import { SelectField } from '../../ui/select-field';
import styles from './tolerance.module.css';

/** Pairs that are offered by themselves; others are put together. */
const OFFERED = 6;

interface ChoosePairProps {
  readonly several: Several;
  readonly onChoose: (pair: readonly [number, number]) => void;
}

/** Which two of several results are to be compared. */
export function ChoosePair({ several: { results, pairs }, onChoose }: ChoosePairProps) {
  const frame = useRef<HTMLFieldSetElement>(null);
  const [first, setFirst] = useState(0);
  const [second, setSecond] = useState(0);
  const name = (at: number): string => resultName(results, at);
  const choose = (pair: readonly [number, number]): void => {
    const box = frame.current?.parentElement;
    onChoose(pair);
    // This choice is gone then; the place of the first result takes the keyboard over.
    requestAnimationFrame(() => box?.querySelector<HTMLElement>('textarea, button')?.focus({ preventScroll: true }));
  };
  const isAlike = new Set(results.map(({ array }) => arrayText(array))).size === 1;
  const size = ([a, b]: readonly [number, number]): string => {
    const [one, other] = [arrayText(results[a]!.array), arrayText(results[b]!.array)];
    return one === other ? `${one} each` : `${one} against ${other}`;
  };
  const partners = (at: number): number[] => pairs.flatMap(([a, b]) => (a === at ? [b] : b === at ? [a] : [])).sort((a, b) => a - b);
  const firsts = results.map((_, at) => at).filter((at) => partners(at).length > 0);
  const one = firsts.includes(first) ? first : firsts[0]!;
  const other = partners(one).includes(second) ? second : partners(one)[0]!;
  const options = (places: readonly number[]) => places.map((at) => ({ value: String(at), label: isAlike ? name(at) : `${name(at)}: ${arrayText(results[at]!.array)}` }));
  return (
    <fieldset ref={frame} className={styles.choice} data-control>
      <legend>Which two?</legend>
      {isAlike && <span className={styles.note}>{size([0, 0])}</span>}
      <ul>
        {pairs.slice(0, OFFERED).map((pair) => (
          <li key={pair.join()}>
            <button type="button" className={field.button} onClick={() => choose(pair)}>
              {name(pair[0])} against {name(pair[1])}
            </button>
            {!isAlike && <span className={styles.note}>{size(pair)}</span>}
          </li>
        ))}
      </ul>
      {pairs.length > OFFERED && (
        <div className={styles.other}>
          <SelectField label="Another pair" value={String(one)} options={options(firsts)} onChange={(at) => setFirst(Number(at))} />
          <SelectField label="against" value={String(other)} options={options(partners(one))} onChange={(at) => setSecond(Number(at))} />
          <button type="button" className={field.button} onClick={() => choose([one, other])}>
            Compare these two
          </button>
        </div>
      )}
    </fieldset>
  );
}
