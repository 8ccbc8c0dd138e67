import type { FocusEvent, KeyboardEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { OwnNumbers } from '../../export/figure-numbers';
import type { PartId } from '../../share/figure-settings';
import type { State } from '../../store/store';
import { lazyPart } from '../../ui/lazy-part';
import styles from './share.module.css';

const ShareMenu = lazyPart('The menu', async () => (await import('./share-menu')).ShareMenu);

interface ShareProps {
  readonly part: PartId;
  /** Loads the function that makes the numbers that the part computes in the page itself. */
  readonly ownNumbers: (() => Promise<(state: State) => OwnNumbers>) | undefined;
}

/** What the open menu needs: the element that shows the part, and a promise of its own numbers. */
interface Opened {
  readonly element: Element;
  readonly ownNumbers: Promise<(state: State) => OwnNumbers>;
}

const NONE = async (): Promise<() => OwnNumbers> => () => ({});

/**
 * Opens the menu of what can be taken away of a part as it stands: a link, the code that embeds it, files. The part is the
 * element with `data-part` around the button. The menu closes on Escape, on a press elsewhere, and when it loses the focus.
 */
export function Share({ part, ownNumbers = NONE }: ShareProps) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const isOpen = opened !== null;
  const open = (): void => {
    const element = button.current?.closest('[data-part]');
    if (element) setOpened({ element, ownNumbers: ownNumbers() });
  };
  const close = (): void => setOpened(null);
  useEffect(() => {
    if (!isOpen) return;
    const elsewhere = ({ target }: Event): void => {
      if (target instanceof Node && !place.current?.contains(target)) setOpened(null);
    };
    document.addEventListener('pointerdown', elsewhere);
    return () => document.removeEventListener('pointerdown', elsewhere);
  }, [isOpen]);
  const onKeyDown = (event: KeyboardEvent): void => {
    // The dialog closes by itself.
    if (event.key !== 'Escape' || !isOpen || (event.target as Element).closest('dialog') !== null) return;
    event.stopPropagation();
    close();
    button.current?.focus();
  };
  const onBlur = ({ relatedTarget, currentTarget }: FocusEvent): void => {
    if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) close();
  };
  return (
    <div ref={place} onKeyDown={onKeyDown} onBlur={onBlur}>
      <button ref={button} type="button" className={styles.share} aria-expanded={isOpen} onClick={isOpen ? close : open}>
        Share
      </button>
      {opened !== null && (
        <div className={styles.menu} role="group" aria-label="Share">
          <ShareMenu part={part} {...opened} />
        </div>
      )}
    </div>
  );
}
