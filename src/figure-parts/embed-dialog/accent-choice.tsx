import { RadioGroup } from '../../ui/radio-group';
import styles from './embed-dialog.module.css';

interface AccentChoiceProps {
  /** `#rrggbb`, or empty for the figure's own colour. */
  readonly accent: string;
  /** Use the link colour of the page around it. */
  readonly hostAccent: boolean;
  readonly onAccent: (accent: string) => void;
  readonly onHostAccent: (hostAccent: boolean) => void;
}

/** Initial value of the colour field: the accent of the light theme. */
const BEGIN = '#00676f';

/** The colour of controls and links. */
export function AccentChoice({ accent, hostAccent, onAccent, onHostAccent }: AccentChoiceProps) {
  const kind = hostAccent ? 'host' : accent === '' ? 'own' : 'chosen';
  return (
    <div className={styles.accent}>
      <RadioGroup
        legend="Accent"
        value={kind}
        options={[
          { value: 'own', label: 'Its own' },
          { value: 'host', label: 'Link colour of your page' },
          { value: 'chosen', label: 'Chosen' },
        ]}
        onChange={(next) => {
          onHostAccent(next === 'host');
          onAccent(next === 'chosen' ? BEGIN : '');
        }}
      />
      {kind === 'chosen' && <input type="color" aria-label="Accent colour" className={styles.colour} value={accent} onChange={(event) => onAccent(event.target.value)} />}
    </div>
  );
}
