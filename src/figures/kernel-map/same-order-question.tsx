import { Predict } from '../../figure-parts/predictions/predict';
import { titleOf, likeFirst, sharingText } from './map-words';
import { useMapRow } from './use-map-row';

const RECORDING = 'pytorch-2.13-mkl-768x768';
const ASKED = [2, 4, 128];
const NONE = 'none';

/** Asks which batch size is summed in the same order as batch 1, and answers from the recording. */
export function SameOrderQuestion() {
  const row = useMapRow(RECORDING);
  const alike = row && likeFirst(row, ASKED);
  return (
    <Predict
      id="same-order-as-one"
      question="PyTorch 2.13 with MKL, 768 → 768: which batch size is added up in the same order as batch 1?"
      options={[...ASKED.map((batch) => ({ value: String(batch), label: `Batch ${batch}` })), { value: NONE, label: 'None of these' }]}
      answer={alike === undefined ? null : String(alike[0] ?? NONE)}
      explain={
        row && (
          <>
            Read off {titleOf(row)}: {sharingText(row)}.
          </>
        )
      }
    />
  );
}
