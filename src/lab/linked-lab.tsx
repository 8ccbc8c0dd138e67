import { FIRST_PARTS } from '../share/part-values';
import { PartTools } from '../figure-parts/export-menu/part-tools';
import { useActions } from '../store/use-store';
import field from '../ui/field.module.css';
import { Lab } from './lab';
import styles from './lab.module.css';

/** The way to come back here, and the way back to the start. */
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

/** The Lab as it stands on the page, with the ways away from it; embeds have theirs elsewhere. */
export function LinkedLab() {
  return <Lab links={<LabLinks />} />;
}
