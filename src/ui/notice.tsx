import type { NoticeLineProps } from './notice-line';
import { NoticeLine } from './notice-line';

export interface NoticeProps extends Omit<NoticeLineProps, 'message'> {
  /** One sentence; null for none. The live region stays on the page, so that a new sentence is announced. */
  readonly message: string | null;
}

/** Something the reader should know: a number that was clamped, a file that could not be read. */
export function Notice({ message, ...line }: NoticeProps) {
  return <div role="status">{message !== null && <NoticeLine message={message} {...line} />}</div>;
}
