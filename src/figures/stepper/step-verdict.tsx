import { sizeText } from '../../lib/size-text';
import { plural } from '../../lib/words';
import type { KahanStep } from './kahan-steps';
import type { KahanCounts } from './nearer-order';
import type { StepList } from './step-list';
import styles from './stepper.module.css';

/** Number of seeds on which Kahan's sum is compared with the order's own. */
export const KAHAN_SEEDS = 300;

interface StepVerdictProps {
  readonly list: StepList;
  readonly kahan: readonly KahanStep[] | null;
  /** Null if Kahan's sum is not shown. */
  readonly counts: KahanCounts | null;
}

/** How the sum ends: its error, its bounds, and how much cancelled. */
export function StepVerdict({ list, kahan, counts }: StepVerdictProps) {
  const last = list.steps.at(-1)!;
  const inGroups = list.steps.some(({ group }) => group);
  return (
    <p className={styles.verdict}>
      Final error <strong>{sizeText(last.error, 3)}</strong>
      {kahan && (
        <>
          , with Kahan’s correction <strong>{sizeText(kahan.at(-1)?.error ?? NaN, 3)}</strong>
        </>
      )}
      ; running bound {!inGroups && 'u·Σ|s| '}= {sizeText(last.running, 3)}; bound h·u·Σ|x·w| = {list.height} · 2⁻²⁴ · {sizeText(list.absSum, 3)} = {sizeText(last.bound, 3)}. Cancellation: Σ|x·w| / |Σx·w| = {sizeText(list.absSum / Math.abs(last.exact), 3)}.
      {counts && (
        <>
          {' '}
          Over the seeds 1 to {counts.seeds}, Kahan’s error is smaller {plural(counts.nearer, 'time')} and larger {plural(counts.farther, 'time')}.
        </>
      )}
    </p>
  );
}
