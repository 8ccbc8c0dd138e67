import styles from './lazy-part.module.css';

interface WaitingPartProps {
  /** What it is called at the beginning of a sentence. */
  readonly name: string;
  /** Whether a script is there to load it: the page's text is read before, and without, any. */
  readonly alive: boolean;
}

/** In place of a part that the reader has not come near. */
export function WaitingPart({ name, alive }: WaitingPartProps) {
  return (
    <p className={styles.waiting} data-waiting>
      {alive ? `${name} loads when you come near.` : `${name} is computed by the page’s script.`}
    </p>
  );
}
