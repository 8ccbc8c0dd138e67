import styles from './lazy-part.module.css';

interface WaitingPartProps {
  /** Its name, capitalized to begin a sentence. */
  readonly name: string;
  /** Whether a script is running that will load it: the page can be read before scripts run, or without them. */
  readonly alive: boolean;
}

/** Stands in for a part that the reader has not come near yet. */
export function WaitingPart({ name, alive }: WaitingPartProps) {
  return (
    <p className={styles.waiting} data-waiting>
      {alive ? `${name} is not loaded yet.` : `${name} is computed by the page’s script.`}
    </p>
  );
}
