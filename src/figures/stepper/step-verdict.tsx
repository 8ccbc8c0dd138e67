import { sizeText } from '../../lib/size-text';
import { plural } from '../../lib/words';
import type { KahanStep } from './kahan-steps';
import type { KahanCounts } from './nearer-order';
import type { StepList } from './step-list';

/** Number of seeds on which Kahan's sum is compared with the order's own. */
export const KAHAN_SEEDS = 300;

/** From this Σ|x·w| / |Σx·w| on, cancellation is worth a sentence. */
const CANCELS = 100;

interface StepVerdictProps {
  readonly list: StepList;
  readonly kahan: readonly KahanStep[] | null;
  /** Null if Kahan's sum is not shown. */
  readonly counts: KahanCounts | null;
}

/** How the sum ends: its error, its running bound, and how much cancelled. */
export function StepVerdict({ list, kahan, counts }: StepVerdictProps) {
  const last = list.steps.at(-1)!;
  const cancelled = list.absSum / Math.abs(last.exact);
  return (
    <p>
      Final error <strong>{sizeText(last.error, 3)}</strong>
      {kahan && (
        <>
          , with Kahan’s correction <strong>{sizeText(kahan.at(-1)?.error ?? NaN, 3)}</strong>
        </>
      )}
      ; the running bound allows {sizeText(last.running, 3)}.{cancelled >= CANCELS && ` Σ|x·w| is ${sizeText(cancelled)} times what is left.`}
      {counts && ` Over seeds 1 to ${counts.seeds}, Kahan’s is smaller ${plural(counts.nearer, 'time')}, larger ${counts.farther}.`}
    </p>
  );
}
