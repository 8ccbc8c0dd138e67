import { useEffect, useRef } from 'react';
import field from '../ui/field.module.css';
import styles from './chapters.module.css';
import { LED_HERE } from './led-here';

interface WayBackProps {
  readonly figure: HTMLElement;
  /** The phrase that led to the figure. */
  readonly phrase: HTMLElement;
  /** Called once the phrase is in sight again, or another leads here. */
  readonly onBack: () => void;
}

/** Stands in a figure to which a phrase has led, and leads back. */
export function WayBack({ figure, phrase, onBack }: WayBackProps) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The focus goes where the reader looks, and comes back with the reader.
    button.current?.focus({ preventScroll: true });
    const observer = new IntersectionObserver((entries) => {
      if (!entries.at(-1)!.isIntersecting) return;
      if (document.activeElement === button.current) phrase.focus({ preventScroll: true });
      onBack();
    });
    observer.observe(phrase);
    figure.addEventListener(LED_HERE, onBack);
    return () => {
      observer.disconnect();
      figure.removeEventListener(LED_HERE, onBack);
    };
  }, [figure, phrase, onBack]);
  return (
    <div className={styles.wayBack} data-control>
      <button ref={button} type="button" className={field.button} onClick={() => phrase.scrollIntoView({ block: 'center', behavior: 'instant' })}>
        Back to the text
      </button>
    </div>
  );
}
