import type { Explanation } from '../../experiments/explained';
import { explanationSentences } from '../../experiments/explanation-text';
import { RequestLine } from '../../figure-parts/request-state/request-line';
import { PartContext } from '../../store/use-store';

/** Whose digits the results are, or how far the search for it is. */
export function ExplanationLine({ explanation }: { readonly explanation: Explanation | null }) {
  if (explanation !== null) return <p>{explanationSentences(explanation).join(' ')}</p>;
  return (
    <PartContext value="explanation">
      <RequestLine channel="explain" label="Whose digits these are" />
    </PartContext>
  );
}
