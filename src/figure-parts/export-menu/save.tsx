import type { FocusEvent, KeyboardEvent } from 'react';
import { useId, useRef, useState } from 'react';
import type { OwnNumbers } from '../../export/figure-numbers';
import type { PartId } from '../../share/figure-settings';
import type { State } from '../../store/store';
import field from '../../ui/field.module.css';
import { lazyPart } from '../../ui/lazy-part';
import styles from './save.module.css';

const SaveMenu = lazyPart('The menu for saving', async () => (await import('./save-menu')).SaveMenu);

interface SaveProps {
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
 * Opens the menu of what a part of the page can be saved as. The part is the element with `data-part` around the button.
 * The menu closes on Escape, and when it loses the focus.
 */
export function Save({ part, ownNumbers = NONE }: SaveProps) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const open = (): void => {
    const element = button.current?.closest('[data-part]');
    if (element) setOpened({ element, ownNumbers: ownNumbers() });
  };
  const close = (): void => setOpened(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || opened === null) return;
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
        aria-expanded={opened !== null}
        aria-controls={id}
        onClick={opened === null ? open : close}
      >
        Save
      </button>
      <div id={id} className={styles.menu} role="group" aria-label="Save" hidden={opened === null}>
        {opened !== null && <SaveMenu part={part} {...opened} />}
      </div>
    </div>
  );
}
