import { Explainer } from '../chapters/explainer';
import { LabSection } from './lab-section';
import { Notices } from './notices';
import styles from './page.module.css';
import './print.css';
import { PrintButton } from './print-button';
import { ThemeSwitch } from './theme-switch';

/** The whole page: ten chapters, then the Lab. */
export function Page() {
  return (
    <>
      <a className={styles.skip} data-print="no" href="#lab">
        Skip to the Lab
      </a>
      <header className={styles.top}>
        <h1 className={styles.home}>
          <a href="#five-lines">Batch of One</a>
        </h1>
        <nav aria-label="On this page" data-print="no">
          <a href="#five-lines">Chapters</a>
          <a href="#lab">The Lab</a>
        </nav>
        <ThemeSwitch />
      </header>
      <Notices />
      <main>
        <Explainer />
        <LabSection />
      </main>
      <footer className={styles.foot}>
        <p>
          Every number on this page is computed in it, or replayed from a recording that says what it was made on. Nothing that you enter leaves the page.
        </p>
        <PrintButton />
      </footer>
    </>
  );
}
