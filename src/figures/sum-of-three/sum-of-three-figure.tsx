import { useMemo } from 'react';
import { float32Text } from '../../numerics/float32-text';
import field from '../../ui/field.module.css';
import { useFigureState } from '../use-figure-state';
import { GroupingView } from './grouping-view';
import { LEAST_ZOOM, MOST_ZOOM } from './line-ticks';
import { NumberInput } from './number-input';
import { SumsCompared } from './sums-compared';
import styles from './sum-of-three.module.css';
import type { Three } from './three-sums';
import { PRESETS, threeSums } from './three-sums';
import { ZoomControl } from './zoom-control';

interface State {
  readonly numbers: Three;
  /** 2^zoom float32 numbers on either side of each number are in sight. */
  readonly zoom: number;
}

const NAMES = ['a', 'b', 'c'] as const;
const INITIAL: State = { numbers: PRESETS.large.numbers, zoom: LEAST_ZOOM };

function accept({ numbers, zoom }: Readonly<Record<string, unknown>>): Partial<State> {
  return {
    ...(Array.isArray(numbers) && numbers.length === 3 && numbers.every((n) => typeof n === 'number') && { numbers: numbers.map(Math.fround) as unknown as Three }),
    ...(typeof zoom === 'number' && zoom >= LEAST_ZOOM && zoom <= MOST_ZOOM && { zoom }),
  };
}

/** As text means them: 0.1, not 0.10000000149011612. */
function show({ numbers, zoom }: State): Readonly<Record<string, unknown>> {
  return { numbers: numbers.map((n) => (Number.isFinite(n) ? Number(float32Text(n)) : n)), zoom };
}

/** Three float32 numbers added up with the brackets left and right. */
export default function SumOfThreeFigure() {
  const [{ numbers, zoom }, set] = useFigureState('sum-of-three', INITIAL, accept, show);
  const sums = useMemo(() => threeSums(numbers), [numbers]);
  return (
    <div className={styles.figure}>
      <div className={styles.presets} role="group" aria-label="Numbers to begin with">
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
        <ZoomControl zoom={zoom} onChange={(to) => set({ zoom: to })} />
      </div>
      <div className={styles.numbers}>
        {NAMES.map((name, i) => (
          <NumberInput key={name} name={name} value={numbers[i]!} zoom={zoom} onChange={(value) => set({ numbers: numbers.map((n, j) => (j === i ? value : n)) as unknown as Three })} />
        ))}
      </div>
      <SumsCompared sums={sums} />
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
    </div>
  );
}
