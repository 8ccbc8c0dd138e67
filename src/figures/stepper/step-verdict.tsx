import { sizeText } from '../../lib/size-text';
import type { KahanStep } from './kahan-steps';
import type { StepList } from './step-list';
import styles from './stepper.module.css';

/** What has become of the sum in the end: its error, its bounds, and how much cancelled. */
export function StepVerdict({ list, kahan }: { readonly list: StepList; readonly kahan: readonly KahanStep[] | null }) {
  const last = list.steps.at(-1)!;
  return (
    <p className={styles.verdict}>
      In the end: error <strong>{sizeText(last.error, 3)}</strong>
      {kahan && (
        <>
          , by Kahan <strong>{sizeText(kahan.at(-1)?.error ?? NaN, 3)}</strong>
        </>
      )}
      ; running bound u·Σ|s| = {sizeText(last.running, 3)}; bound h·u·Σ|x·w| = {list.height} · 2⁻²⁴ · {sizeText(list.absSum, 3)} = {sizeText(last.bound, 3)}. Cancellation: Σ|x·w| / |Σx·w| = {sizeText(list.absSum / Math.abs(last.exact), 3)}.
    </p>
  );
}
