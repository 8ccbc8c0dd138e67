import { lazy, Suspense } from 'react';
import { ThreadFigure } from '../figures/thread/thread-figure';
import { Notices } from './notices';
import styles from './page.module.css';
import { ThemeSwitch } from './theme-switch';

/** The Lab is the larger part of the code, and below the first screen. */
const Lab = lazy(() => import('../lab/lab').then(({ Lab }) => ({ default: Lab })));

/** The whole page: the thread's question, its numbers and trees, then the Lab. */
export function Page() {
  return (
    <>
      <a className={styles.skip} href="#lab">
        Skip to the Lab
      </a>
      <header className={styles.top}>
        <a className={styles.home} href="#thread">
          Batch of One
        </a>
        <nav aria-label="On this page">
          <a href="#thread">The question</a>
          <a href="#lab">The Lab</a>
        </nav>
        <ThemeSwitch />
      </header>
      <Notices />
      <main>
        <section id="thread" className={styles.section} aria-labelledby="title">
          <div className={styles.text}>
            <h1 id="title">Five lines that should agree</h1>
            <p>
              A linear layer computes each row of a batch from that row alone. So the first row should come out the same whether it is sent in with fifteen others or on its own. On a forum
              somebody printed it for five batch sizes. The last line has other digits.
            </p>
            <p>
              It is no bug. A float32 addition rounds, so a sum depends on the order of its additions, and a library picks that order by the shape of the call. Below, the thread’s code runs in
              this page, with the orders that were read off the library it ran on.
            </p>
          </div>
          <ThreadFigure />
        </section>
        <section id="lab" className={styles.section} aria-labelledby="lab-title">
          <div className={styles.text}>
            <h2 id="lab-title">The Lab</h2>
            <p>
              The whole instrument: any layer, any batch sizes, any order of summation, recorded from a library or made up. A blank cell means that the bits agree. Choose a cell to see the two
              sums behind it.
            </p>
          </div>
          <Suspense fallback={<p className={styles.waiting}>Loading the Lab…</p>}>
            <Lab />
          </Suspense>
        </section>
      </main>
      <footer className={styles.foot}>
        <p>
          Every number on this page is computed in it, or replayed from a recording that says what it was made on. Nothing that you enter leaves the page.
        </p>
      </footer>
    </>
  );
}
