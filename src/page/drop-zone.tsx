import { useEffect, useState } from 'react';
import { userRecordingsOf } from '../store/user-recording';
import { useHost } from '../store/use-store';
import styles from './page.module.css';

/** Accepts a recording dropped anywhere on the page, except on a box that takes files itself. */
export function DropZone() {
  const userRecordings = useHost().get(userRecordingsOf);
  const [over, setOver] = useState(false);
  useEffect(() => {
    if (userRecordings === null) return;
    const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;
    const drag = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      const taken = event.defaultPrevented;
      // Otherwise the browser would leave the page and open the file.
      event.preventDefault();
      setOver(!taken);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      setOver(false);
      if (!carriesFiles(event) || event.defaultPrevented) return;
      event.preventDefault();
      void userRecordings.take([...(event.dataTransfer?.files ?? [])]);
    };
    window.addEventListener('dragover', drag);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', drag);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [userRecordings]);
  return over ? (
    <div className={styles.drop} aria-hidden="true">
      <p>Drop the recording: the page will run on it.</p>
    </div>
  ) : null;
}
