import type { ReactNode } from 'react';
import { useId, useState } from 'react';
import styles from './chapters.module.css';
import type { GlossaryTerm } from './glossary';
import { GLOSSARY } from './glossary';

/** A term that explains itself in place on request. */
export function Term({ name, children }: { readonly name: GlossaryTerm; readonly children?: ReactNode }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <button type="button" data-word className={styles.term} aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        {children ?? name}
      </button>
      <span id={id} role="note" hidden={!open} className={styles.gloss}>
        {' '}
        ({GLOSSARY[name]}){' '}
      </span>
    </>
  );
}
