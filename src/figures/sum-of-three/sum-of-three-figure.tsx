import { useMemo } from 'react';
import { FigureLayout } from '../../figure-parts/figure-layout/figure-layout';
import { useFigure } from '../../figure-parts/use-set';
import { Control } from '../../ui/control';
import { RadioGroup } from '../../ui/radio-group';
import { GroupingPicture, GroupingView } from './grouping-view';
import { NumberInput } from './number-input';
import { SumsCompared } from './sums-compared';
import { sumsFinding } from './sums-finding';
import styles from './sum-of-three.module.css';
import type { Three } from './three-sums';
import { PRESETS, threeSums } from './three-sums';
import { ZoomControl } from './zoom-control';

const NAMES = ['a', 'b', 'c'] as const;
const LEFT = [
  ['a', 'b'],
  ['a + b', 'c'],
] as const;
const RIGHT = [
  ['b', 'c'],
  ['a', 'b + c'],
] as const;

/** Three float32 numbers, added up with brackets on the left and on the right. */
export default function SumOfThreeFigure() {
  const [{ numbers, zoom }, set] = useFigure('sum-of-three');
  const sums = useMemo(() => threeSums(numbers), [numbers]);
  const [agreement, nearer] = sumsFinding(sums);
  const { left, right } = sums;
  const preset = Object.entries(PRESETS).find(([, { numbers: its }]) => its.every((n, i) => Object.is(n, numbers[i])))?.[0] ?? '';
  return (
    <FigureLayout
      picture={
        <div className={styles.picture}>
          <div className={styles.both}>
            <GroupingPicture grouping={left} names={LEFT} against={right.result} />
            <GroupingPicture grouping={right} names={RIGHT} against={left.result} />
          </div>
        </div>
      }
      finding={
        <p>
          <strong>{agreement}</strong> {nearer}
        </p>
      }
      controls={
        <>
          <Control of="abc">
            <div>
              <RadioGroup
                legend="Numbers to begin with"
                value={preset}
                options={Object.entries(PRESETS).map(([value, { label }]) => ({ value, label }))}
                onChange={(name) => set({ numbers: PRESETS[name as keyof typeof PRESETS].numbers })}
                hideLegend
              />
            </div>
          </Control>
          <div className={styles.numbers}>
            {NAMES.map((name, i) => (
              <NumberInput key={name} name={name} value={numbers[i]!} zoom={zoom} onChange={(value) => set({ numbers: numbers.map((n, j) => (j === i ? value : n)) as unknown as Three })} />
            ))}
          </div>
        </>
      }
      more={
        <>
          <Control of="zoom">
            <ZoomControl zoom={zoom} onChange={(to) => set({ zoom: to })} />
          </Control>
          <SumsCompared sums={sums} />
          <div className={styles.groupings}>
            <GroupingView grouping={left} names={LEFT} />
            <GroupingView grouping={right} names={RIGHT} />
          </div>
        </>
      }
    />
  );
}
