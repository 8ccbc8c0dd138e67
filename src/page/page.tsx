import { Explainer } from '../chapters/explainer';
import { Notices } from '../figure-parts/notices';
import { DropZone } from './drop-zone';
import { LabSection } from './lab-section';
import { UserRecordingBar } from './user-recording-bar';
import styles from './page.module.css';
import type { PresetFiles } from './preset-files';
import { PresetsSection } from './presets-section';
import './print.css';
import { PrintButton } from './print-button';
import { ThemeSwitch } from './theme-switch';

/** The whole page: the chapters, the Lab, and the permanent links. */
export function Page({ presetFiles }: { readonly presetFiles: PresetFiles }) {
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
          <a href="#links">Links</a>
        </nav>
        <ThemeSwitch />
      </header>
      <div className={styles.notices} data-print="no">
        <Notices />
      </div>
      <DropZone />
      <main>
        <Explainer />
        <LabSection />
        <PresetsSection files={presetFiles} />
      </main>
      <UserRecordingBar />
      <footer className={styles.foot}>
        <p>
          Every number on this page is computed here, or replayed from a recording that says what it was made on. The page sends nothing that you enter. Its address holds your settings and, if
          they are few, the numbers you paste: after its #, which no browser sends to a server. So does every link you copy.
        </p>
        <PrintButton />
      </footer>
    </>
  );
}
