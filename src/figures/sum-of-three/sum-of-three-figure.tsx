import { useMemo } from 'react';
import field from '../../ui/field.module.css';
import { useFigure } from '../../figure-parts/use-set';
import { Control } from '../../ui/control';
import { Folded } from '../../ui/folded';
import { GroupingView } from './grouping-view';
import { NumberInput } from './number-input';
import { SumsCompared } from './sums-compared';
import styles from './sum-of-three.module.css';
import type { Three } from './three-sums';
import { PRESETS, threeSums } from './three-sums';
import { ZoomControl } from './zoom-control';

const NAMES = ['a', 'b', 'c'] as const;

/** Three float32 numbers, added up with brackets on the left and on the right. */
export default function SumOfThreeFigure() {
  const [{ numbers, zoom }, set] = useFigure('sum-of-three');
  const sums = useMemo(() => threeSums(numbers), [numbers]);
  return (
    <div className={styles.figure}>
      <div className={styles.presets} role="group" aria-label="Numbers to begin with">
        <Control of="abc">
          {Object.values(PRESETS).map(({ label, numbers: preset }) => (
            <button
              key={label}
              type="button"
              className={field.button}
              aria-pressed={preset.every((n, i) => Object.is(n, numbers[i]))}
              onClick={() => set({ numbers: preset })}
            >
              {label}
            </button>
          ))}
        </Control>
        <Control of="zoom">
          <ZoomControl zoom={zoom} onChange={(to) => set({ zoom: to })} />
        </Control>
      </div>
      <div className={styles.numbers}>
        {NAMES.map((name, i) => (
          <NumberInput key={name} name={name} value={numbers[i]!} zoom={zoom} onChange={(value) => set({ numbers: numbers.map((n, j) => (j === i ? value : n)) as unknown as Three })} />
        ))}
      </div>
      <SumsCompared sums={sums} />
      <Folded title="Both sums, rounding by rounding">
        <div className={styles.groupings}>
          <GroupingView
            grouping={sums.left}
            names={[
              ['a', 'b'],
              ['a + b', 'c'],
            ]}
          />
          <GroupingView
            grouping={sums.right}
            names={[
              ['b', 'c'],
              ['a', 'b + c'],
            ]}
          />
        </div>
      </Folded>
    </div>
  );
}
