import { useEffect, useState } from 'react';
import { pageAddress } from '../../figure-parts/export-menu/page-address';
import type { ParseError, Result } from '../../lib/result';
import { fail, ok } from '../../lib/result';
import { partLink } from '../../share/page-link';
import type { State } from '../../store/store';
import { useHost } from '../../store/use-store';
import { CopyButton } from '../../ui/copy-button';
import type * as Replies from './reply';

interface ReplyButtonProps {
  /** The verdict on two results, or on a difference. */
  readonly of: Omit<Replies.ReplyParts, 'link'> | Omit<Replies.FiguresReplyParts, 'link'>;
  /** The two results have changed since, and are being judged. */
  readonly isStale?: boolean;
}

/** Copies the verdict as Markdown, for an issue or a forum. What writes it comes after the verdict. */
export function ReplyButton({ of, isStale = false }: ReplyButtonProps) {
  const { getState } = useHost().store;
  const [replies, setReplies] = useState<typeof Replies | null>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    import('./reply').then(setReplies, () => undefined);
  }, [tries]);
  const reply = (): Result<string, ParseError> => {
    if (isStale) return fail({ message: 'The new numbers are still being judged; try again.' });
    if (replies === null) {
      setTries(tries + 1);
      return fail({ message: 'What writes the reply is still loading; try again.' });
    }
    const link = linkOf(getState());
    return ok('judged' in of ? replies.replyText({ ...of, link }) : replies.figuresReplyText({ ...of, link }));
  };
  return <CopyButton label="Copy as reply" about="Markdown, for an issue or a forum" confirmation="Copied" text={reply} />;
}

function linkOf({ parts: { verdict }, pasted }: State): Replies.ReplyLink {
  const isLost = (name: 'first' | 'second'): boolean => pasted[name] !== undefined && verdict[name] === '';
  const lacksLayer = pasted.x !== undefined || pasted.weight !== undefined || pasted.bias !== undefined;
  return {
    address: partLink(pageAddress(), 'verdict', verdict),
    holds: verdict.example !== 'none' ? 'all' : isLost('first') || isLost('second') ? 'nothing' : lacksLayer ? 'results' : 'all',
  };
}
