import type { Explanation } from '../../experiments/explained';
import type { SuggestedTolerance } from '../../experiments/suggest-tolerance';
import { pageAddress } from '../../figure-parts/export-menu/page-address';
import type { ParseError, Result } from '../../lib/result';
import { fail, ok } from '../../lib/result';
import { partLink } from '../../share/page-link';
import type { State } from '../../store/store';
import { useHost } from '../../store/use-store';
import { CopyButton } from '../../ui/copy-button';
import type { Judged } from './judged';
import type { ReplyLink } from './reply';
import { replyText } from './reply';

interface ReplyButtonProps {
  readonly judged: Judged;
  readonly explanation: Explanation | null;
  readonly suggested: SuggestedTolerance | null;
  /** The two results have changed since, and are being judged. */
  readonly isStale: boolean;
}

/** Copies the verdict as Markdown, for an issue or a forum. */
export function ReplyButton({ judged, explanation, suggested, isStale }: ReplyButtonProps) {
  const { getState } = useHost().store;
  const text = (): Result<string, ParseError> => {
    if (isStale) return fail({ message: 'The new numbers are still being judged; try again.' });
    const state = getState();
    return ok(replyText({ judged, explanation, suggested, kind: state.parts.verdict.tolerance, link: linkOf(state) }));
  };
  return <CopyButton label="Copy as reply" about="Markdown, for an issue or a forum" confirmation="Copied" text={text} />;
}

function linkOf({ parts: { verdict }, pasted }: State): ReplyLink {
  const isLost = (name: 'first' | 'second'): boolean => pasted[name] !== undefined && verdict[name] === '';
  const lacksLayer = pasted.x !== undefined || pasted.weight !== undefined || pasted.bias !== undefined;
  return {
    address: partLink(pageAddress(), 'verdict', verdict),
    holds: verdict.example !== 'none' ? 'all' : isLost('first') || isLost('second') ? 'nothing' : lacksLayer ? 'results' : 'all',
  };
}
