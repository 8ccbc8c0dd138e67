import { useExperiment } from '../store/use-part';
import { useActions, useApp } from '../store/use-store';
import { Notice } from '../ui/notice';
import { NoticeList } from '../ui/notice-list';

/** What the reader should know: what a link said that could not be taken, a number brought into range. */
export function Notices() {
  const notices = useApp((state) => state.notices);
  const { dismiss } = useActions();
  return <NoticeList messages={notices} onDismiss={(gone) => dismiss(...gone)} />;
}

/** What had to be cut down so that the page can compute it; it goes when the reason goes. */
export function LimitNotice() {
  const { notices } = useExperiment();
  return <Notice message={notices.length === 0 ? null : notices.join(' ')} />;
}
