import type { ReactNode } from 'react';
import { Explainer } from '../chapters/explainer';
import { Notices } from '../figure-parts/notices';
import { Folded } from '../ui/folded';
import { DropZone } from './drop-zone';
import { LabSection } from './lab-section';
import { Masthead } from './masthead';
import { UserRecordingBar } from './user-recording-bar';
import styles from './page.module.css';
import './print.css';
import { PrintButton } from './print-button';
import { ThemeSwitch } from './theme-switch';

/** The whole page: the chapters, the Lab, and the permanent links. */
export function Page({ presets }: { readonly presets: ReactNode }) {
  const links = presets === null ? './links.html' : '#links';
  return (
    <>
      <div className={styles.skip} data-print="no">
        <a href="#five-lines">Skip to the text</a>
        <a href="#lab">Skip to the Lab</a>
      </div>
      <header className={styles.top} data-print="no">
        <nav aria-label="On this page">
          <a href="#lab">The Lab</a>
          <a href={links}>Links to keep</a>
        </nav>
        <ThemeSwitch />
      </header>
      <div className={styles.notices} data-print="no">
        <Notices />
      </div>
      <DropZone />
      <main>
        <Explainer masthead={<Masthead />} links={links} />
        <LabSection />
        <section id="links" className={styles.section} data-print="no" aria-labelledby="links-title">
          <h2 id="links-title">Links to keep</h2>
          <p className={styles.text}>
            {presets === null && <a href={links}>One link for each exercise</a>}
            {presets !== null && 'One link for each exercise'}, for lectures, course pages and issue threads: a name always stands for the same settings, and whoever follows it sees the same bits.
          </p>
          {presets !== null && (
            <Folded title="All links" always>
              {presets}
            </Folded>
          )}
        </section>
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
