import styles from './page.module.css';

/** The page's name and what it is, in a line; the first chapter opens below it. */
export function Masthead() {
  return (
    <div>
      <h1>Batch of One</h1>
      <p className={styles.deck}>Why a linear layer gives other digits at batch size 1, shown to the last bit.</p>
    </div>
  );
}
