import type { Explanation } from '../../experiments/explained';
import { RequestLine } from '../../figure-parts/request-state/request-line';
import { PartContext } from '../../store/use-store';
import { explainedText } from './explained-text';
import { MarkedText } from './marked-text';

/** Whose digits the results are, or how far the search for it is. */
export function ExplanationLine({ explanation }: { readonly explanation: Explanation | null }) {
  if (explanation !== null) return <ExplanationWords explanation={explanation} />;
  return (
    <PartContext value="explanation">
      <RequestLine channel="explain" label="Whose digits these are" />
    </PartContext>
  );
}

export function ExplanationWords({ explanation }: { readonly explanation: Explanation }) {
  const text = explainedText(explanation);
  return (
    text !== null && (
      <p>
        <MarkedText>{text}</MarkedText>
      </p>
    )
  );
}
