import { useEffect, useId, useRef } from 'react';
import type { ReactNode } from 'react';
import styles from './dialog.module.css';
import field from './field.module.css';

export interface DialogProps {
  readonly open: boolean;
  readonly title: string;
  /** On Escape, the close button, or a click outside the dialog. */
  readonly onClose: () => void;
  /** As wide as a wide figure, instead of as wide as the text. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** The browser's native modal dialog: it traps the focus, gives it back, and closes on Escape. */
export function Dialog({ open, title, onClose, wide = false, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const element = dialog.current;
    if (element === null || element.open === open) return;
    if (open) element.showModal();
    else element.close();
  }, [open]);
  return (
    <dialog ref={dialog} className={wide ? styles.wide : styles.dialog} aria-labelledby={id} onClose={onClose} onClick={(event) => event.target === event.currentTarget && onClose()}>
      {open && (
        <div className={styles.content}>
          <header className={styles.head}>
            <h2 id={id}>{title}</h2>
            <button type="button" className={field.button} onClick={onClose}>
              Close
            </button>
          </header>
          {children}
        </div>
      )}
    </dialog>
  );
}
