import { FIRST_PARTS } from '../share/part-values';
import { PartTools } from '../figure-parts/export-menu/part-tools';
import { useActions } from '../store/use-store';
import field from '../ui/field.module.css';
import styles from './lab.module.css';

/** The way to come back here, and the way back to the start. */
export function LabLinks() {
  const { setPart } = useActions();
  return (
    <div className={styles.buttons}>
      <PartTools part="lab" />
      <button type="button" className={field.button} onClick={() => setPart('lab', FIRST_PARTS.lab)}>
        Reset
      </button>
    </div>
  );
}
