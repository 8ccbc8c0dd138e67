import { useExperiment } from '../store/use-part';
import { useActions, useApp } from '../store/use-store';
import { Notice } from '../ui/notice';
import { NoticeList } from '../ui/notice-list';

/** What the reader should know: a link's settings that could not be used, a number that was clamped. */
export function Notices() {
  const notices = useApp((state) => state.notices);
  const { dismiss } = useActions();
  return <NoticeList messages={notices} onDismiss={(gone) => dismiss(...gone)} />;
}

/** Says which settings were reduced to what the page can compute; disappears along with the reason. */
export function LimitNotice() {
  const { notices } = useExperiment();
  return <Notice message={notices.length === 0 ? null : notices.join(' ')} />;
}
