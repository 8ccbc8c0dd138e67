import type { SplitKernel } from '../../experiments/split-kernels';
import { formatCount } from '../../lib/words';
import { useExperiments, useResult } from '../../store/use-part';
import { PartContext } from '../../store/use-store';

/** "67,025 of 98,304": outputs of a kernel that differ from the first kernel's, as float32, for the text. */
export function SplitKInText({ of }: { readonly of: SplitKernel }) {
  return (
    <PartContext value="split-k">
      <Count of={of} />
    </PartContext>
  );
}

function Count({ of }: { readonly of: SplitKernel }) {
  useExperiments();
  const piece = useResult('splitK')?.pieces.find(({ kernel }) => kernel === of);
  return <>{piece === undefined ? '…' : `${formatCount(piece.differing)} of ${formatCount(piece.of)}`}</>;
}
