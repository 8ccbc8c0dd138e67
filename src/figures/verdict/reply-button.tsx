import { pageAddress } from '../../figure-parts/export-menu/page-address';
import type { ParseError, Result } from '../../lib/result';
import { fail, ok } from '../../lib/result';
import { partLink } from '../../share/page-link';
import type { State } from '../../store/store';
import { useHost } from '../../store/use-store';
import { CopyButton } from '../../ui/copy-button';
import type { ReplyLink } from './reply';

interface ReplyButtonProps {
  readonly text: (link: ReplyLink) => string;
  /** The two results have changed since, and are being judged. */
  readonly isStale?: boolean;
}

/** Copies the verdict as Markdown, for an issue or a forum. */
export function ReplyButton({ text, isStale = false }: ReplyButtonProps) {
  const { getState } = useHost().store;
  const reply = (): Result<string, ParseError> => {
    if (isStale) return fail({ message: 'The new numbers are still being judged; try again.' });
    return ok(text(linkOf(getState())));
  };
  return (
    <CopyButton label="Copy as reply" about="Markdown, for an issue or a forum" confirmation="Copied" text={reply} />
  );
}

function linkOf({ parts: { verdict }, pasted }: State): ReplyLink {
  const isLost = (name: 'first' | 'second'): boolean => pasted[name] !== undefined && verdict[name] === '';
  const lacksLayer = pasted.x !== undefined || pasted.weight !== undefined || pasted.bias !== undefined;
  return {
    address: partLink(pageAddress(), 'verdict', verdict),
    holds: verdict.example !== 'none' ? 'all' : isLost('first') || isLost('second') ? 'nothing' : lacksLayer ? 'results' : 'all',
  };
}
