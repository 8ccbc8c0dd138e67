import { lazy, Suspense } from 'react';
import { PartContext } from '../store/use-store';
import { useNear } from '../ui/use-near';
import styles from './page.module.css';

const Lab = lazy(() => import('../lab/linked-lab').then(({ LinkedLab }) => ({ default: LinkedLab })));

/** The Lab below the chapters; its code loads when it comes near. */
export function LabSection() {
  const [section, near] = useNear<HTMLElement>();
  const waiting = <p className={styles.waiting} data-waiting>The Lab loads when you come near.</p>;
  return (
    <section ref={section} id="lab" className={styles.section} aria-labelledby="lab-title">
      <div className={styles.text}>
        <h2 id="lab-title">The Lab</h2>
        <p>
          The whole instrument: any layer, any batch sizes, any order of summation, recorded from a library or made up. A blank cell means that the bits agree. Choose a cell to see the two
          sums behind it.
        </p>
      </div>
      {near ? (
        <Suspense fallback={waiting}>
          <PartContext value="lab">
            <Lab />
          </PartContext>
        </Suspense>
      ) : (
        waiting
      )}
    </section>
  );
}
