import { PartContext } from '../store/use-store';
import { lazyPart } from '../ui/lazy-part';
import { useNear } from '../ui/use-near';
import { WaitingPart } from '../ui/waiting-part';
import styles from './page.module.css';

const NAME = 'The Lab';
const Lab = lazyPart(NAME, async () => (await import('../lab/linked-lab')).LinkedLab);

/** The Lab below the chapters; its code loads as the reader comes near. */
export function LabSection() {
  const [section, near] = useNear<HTMLElement>();
  return (
    <section ref={section} id="lab" className={styles.section} aria-labelledby="lab-title">
      <div className={styles.text}>
        <h2 id="lab-title">The Lab</h2>
        <p>
          The whole instrument: any layer, any batch sizes, any order of summation, recorded from a library or made up. A blank cell means no difference. Choose a cell to see the two
          sums behind it.
        </p>
      </div>
      <div className={styles.lab}>
        {near === true ? (
          <PartContext value="lab">
            <Lab />
          </PartContext>
        ) : (
          <WaitingPart name={NAME} alive={near !== null} />
        )}
      </div>
    </section>
  );
}
