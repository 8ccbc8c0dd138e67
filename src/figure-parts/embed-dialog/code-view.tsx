import { useState } from 'react';
import type { EmbedChoice, PlaceId } from '../../share/embed-code';
import { PLACE_IDS, PLACES } from '../../share/embed-code';
import { CopyButton } from '../../ui/copy-button';
import { RadioGroup } from '../../ui/radio-group';
import styles from './embed-dialog.module.css';

/** The code to paste, for each kind of page. */
export function CodeView({ choice }: { readonly choice: EmbedChoice }) {
  const [id, setId] = useState<PlaceId>('html');
  const { note, pieces } = PLACES[id];
  return (
    <div className={styles.code}>
      <RadioGroup legend="Paste it into" value={id} options={PLACE_IDS.map((value) => ({ value, label: PLACES[value].label }))} onChange={setId} />
      <p className={styles.note}>{note(choice)}</p>
      {pieces(choice).map(({ into, code }) => (
        <div key={into} className={styles.piece}>
          <div className={styles.pieceHead}>
            <h3>{into}</h3>
            <CopyButton label="Copy" confirmation="Copied." text={code} />
          </div>
          <pre tabIndex={0} aria-label={`Code for: ${into}`}>
            <code>{code}</code>
          </pre>
        </div>
      ))}
    </div>
  );
}
