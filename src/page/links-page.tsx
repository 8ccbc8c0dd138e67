import styles from './page.module.css';
import { PresetList } from './preset-list';

/** links.html: a link for each exercise, with its picture. */
export function LinksPage() {
  return (
    <>
      <header className={styles.top}>
        <nav aria-label="Batch of One">
          <a href="./">Batch of One</a>
        </nav>
      </header>
      <main className={styles.section}>
        <div className={styles.text}>
          <h1>Links to keep</h1>
          <p>
            One link for each exercise. A name always stands for the same settings, and whoever follows it sees the same bits. All of them <a href="./presets.json">as JSON</a>.
          </p>
        </div>
        <PresetList page="./" poster={(name) => `./posters/${name}.svg`} heading="h2" />
      </main>
    </>
  );
}
