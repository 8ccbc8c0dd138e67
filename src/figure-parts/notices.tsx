import { useExperiment } from '../store/use-part';
import { useActions, useApp } from '../store/use-store';
import { Notice } from '../ui/notice';
import { NoticeList } from '../ui/notice-list';

/** What the reader should know: settings of a link that could not be used, a number that was clamped. */
export function Notices() {
  const notices = useApp((state) => state.notices);
  const { dismiss } = useActions();
  return <NoticeList messages={notices} onDismiss={(gone) => dismiss(...gone)} />;
}

/** Says what was cut down to what the page can compute; it disappears along with its reason. */
export function LimitNotice() {
  const { notices } = useExperiment();
  return <Notice message={notices.length === 0 ? null : notices.join(' ')} />;
}
