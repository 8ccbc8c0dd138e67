import { useActions, useApp } from '../store/use-store';
import { Notice } from '../ui/notice';
import styles from './page.module.css';

/** What the reader should know: what a link said that could not be taken, a number brought into range. */
export function Notices() {
  const notices = useApp((state) => state.notices);
  const { dismiss } = useActions();
  return (
    <div className={styles.notices} data-print="no">
      {notices.map((notice) => (
        <Notice key={notice} message={notice} onDismiss={() => dismiss(notice)} />
      ))}
    </div>
  );
}
