import type { DriftSum } from '../../experiments/drift-sums';
import { sizeText } from '../../lib/size-text';
import { useExperiments, useResult } from '../../store/use-part';
import { PartContext } from '../../store/use-store';

interface DriftInTextProps {
  readonly sum: DriftSum;
  readonly K: number;
  /** Instead of its own error: divided by this sum's. */
  readonly over?: DriftSum;
}

/** The rms error of sums of positive numbers, a share of Σ|x·w|, for the text. */
export function DriftInText(props: DriftInTextProps) {
  return (
    <PartContext value="drift-prediction">
      <RmsError {...props} />
    </PartContext>
  );
}

function RmsError({ sum, K, over }: DriftInTextProps) {
  useExperiments();
  const errors = useResult('drift')?.points.find((point) => point.K === K)?.errors;
  const of = (id: DriftSum): number => errors?.find((one) => one.id === id)?.rms ?? NaN;
  const size = over === undefined ? of(sum) : of(sum) / of(over);
  return <>{Number.isNaN(size) ? '…' : sizeText(size)}</>;
}
