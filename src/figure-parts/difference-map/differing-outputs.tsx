import { useMemo } from 'react';
import type { IndexRange } from '../../linear/index-ranges';
import { indexCount } from '../../linear/index-ranges';
import { formatCount, rangesText } from '../../lib/words';
import type { Dtype } from '../../numerics/dtypes';
import { roundToDtype } from '../../numerics/dtypes';
import styles from '../request-state/results.module.css';

interface DifferingOutputsProps {
  /** "Batch 128", "Row 3" */
  readonly name: string;
  readonly values: ArrayLike<number>;
  readonly base: ArrayLike<number>;
  /** Of the outputs. */
  readonly dtype: Dtype;
}

/** More ranges are counted only. */
const MOST_RANGES = 60;

/** The outputs of a line that differ from the baseline, or those that agree, as inclusive ranges. */
export function outputRanges(values: ArrayLike<number>, base: ArrayLike<number>, dtype: Dtype, differing: boolean): IndexRange[] {
  const ranges: [number, number][] = [];
  for (let j = 0; j < values.length; j++) {
    if (Object.is(values[j], roundToDtype(dtype, base[j]!)) === differing) continue;
    const last = ranges.at(-1);
    if (last?.[1] === j - 1) last[1] = j;
    else ranges.push([j, j]);
  }
  return ranges;
}

/** Which outputs of a line differ, by number; where most do, which agree. */
export function differingText(values: ArrayLike<number>, base: ArrayLike<number>, dtype: Dtype): string {
  const differ = outputRanges(values, base, dtype, true);
  const count = indexCount(differ);
  if (count === 0) return 'no output differs.';
  const some = `${formatCount(count)} ${count === 1 ? 'output differs' : 'outputs differ'}`;
  if (count === values.length) return `all ${some}.`;
  if (2 * count <= values.length) return `${some}: ${rangesText(differ, MOST_RANGES)}.`;
  return `${some}, all but ${rangesText(outputRanges(values, base, dtype, false), MOST_RANGES)}.`;
}

export function DifferingOutputs({ name, values, base, dtype }: DifferingOutputsProps) {
  const text = useMemo(() => differingText(values, base, dtype), [values, base, dtype]);
  return (
    <p className={styles.note}>
      {name}: {text}
    </p>
  );
}
