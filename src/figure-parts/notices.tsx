import { useActions, useApp } from '../store/use-store';
import { NoticeList } from '../ui/notice-list';

/** What the reader should know: what a link said that could not be taken, a number brought into range. */
export function Notices() {
  const notices = useApp((state) => state.notices);
  const { dismiss } = useActions();
  return <NoticeList messages={notices} onDismiss={(gone) => dismiss(...gone)} />;
}
