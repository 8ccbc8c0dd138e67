import { FIRST_PARTS } from '../share/part-values';
import { PartTools } from '../figure-parts/export-menu/part-tools';
import { useActions } from '../store/use-store';
import field from '../ui/field.module.css';
import { Lab } from './lab';
import styles from './lab.module.css';

/** A link back to this state, and one back to the start. */
function LabLinks() {
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

/** The Lab on the page, with its links; embeds have theirs elsewhere. */
export function LinkedLab() {
  return <Lab links={<LabLinks />} />;
}
