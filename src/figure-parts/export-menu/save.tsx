import type { FocusEvent, KeyboardEvent } from 'react';
import { useEffect, useId, useRef, useState } from 'react';
import type { ShownPart } from '../../export/shown-part';
import { SHOWN_PARTS } from '../../export/shown-parts';
import field from '../../ui/field.module.css';
import { lazyPart } from '../../ui/lazy-part';
import styles from './save.module.css';

const SaveMenu = lazyPart('What can be saved', async () => (await import('./save-menu')).SaveMenu);

interface SaveProps {
  /** What is on the screen at the moment of asking. */
  readonly shown: () => ShownPart;
}

/**
 * Opens what a part of the page can be taken along as. The part is the element with `data-part` around the button. The
 * list closes on Escape and as soon as the focus leaves it.
 */
export function Save({ shown }: SaveProps) {
  const [part, setPart] = useState<Element | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  useEffect(() => {
    const around = button.current?.closest('[data-part]');
    if (!around) return;
    SHOWN_PARTS.set(around, shown);
    return () => void SHOWN_PARTS.delete(around);
  }, [shown]);
  const close = (): void => setPart(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || part === null) return;
    event.stopPropagation();
    close();
    button.current?.focus();
  };
  const onBlur = ({ relatedTarget, currentTarget }: FocusEvent): void => {
    if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) close();
  };
  return (
    <div onKeyDown={onKeyDown} onBlur={onBlur}>
      <button
        ref={button}
        type="button"
        className={field.button}
        aria-expanded={part !== null}
        aria-controls={id}
        onClick={() => setPart(part === null ? (button.current?.closest('[data-part]') ?? null) : null)}
      >
        Save
      </button>
      <div id={id} className={styles.menu} role="group" aria-label="Save" hidden={part === null}>
        {part !== null && <SaveMenu part={part} shown={shown} />}
      </div>
    </div>
  );
}
