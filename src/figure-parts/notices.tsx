import { useActions, useApp } from '../store/use-store';
import { Notice } from '../ui/notice';

/** What the reader should know: what a link said that could not be taken, a number brought into range. */
export function Notices() {
  const notices = useApp((state) => state.notices);
  const { dismiss } = useActions();
  return notices.map((notice) => <Notice key={notice} message={notice} onDismiss={() => dismiss(notice)} />);
}
