import type { EmbedLook } from '../../share/embed-settings';
import type { PartId } from '../../share/figure-settings';
import { Checkbox } from '../../ui/checkbox';
import { RadioGroup } from '../../ui/radio-group';
import { AccentChoice } from './accent-choice';
import { ControlsChoice } from './controls-choice';
import styles from './embed-dialog.module.css';

interface EmbedOptionsProps {
  readonly part: PartId;
  readonly look: EmbedLook;
  readonly onLook: (some: Partial<EmbedLook>) => void;
  readonly hostAccent: boolean;
  readonly onHostAccent: (hostAccent: boolean) => void;
}

/** How an embed looks and what its readers can do. */
export function EmbedOptions({ part, look, onLook, hostAccent, onHostAccent }: EmbedOptionsProps) {
  return (
    <div className={styles.options}>
      <RadioGroup
        legend="Layout"
        value={look.layout}
        options={[
          { value: 'wide', label: 'Wide' },
          { value: 'compact', label: 'Compact' },
          { value: 'stage', label: 'Projector' },
        ]}
        onChange={(layout) => onLook({ layout })}
      />
      <RadioGroup
        legend="Theme"
        value={look.theme}
        options={[
          { value: 'auto', label: 'Auto' },
          { value: 'light', label: 'Light' },
          { value: 'dark', label: 'Dark' },
        ]}
        onChange={(theme) => onLook({ theme })}
      />
      <AccentChoice accent={look.accent} hostAccent={hostAccent} onAccent={(accent) => onLook({ accent })} onHostAccent={onHostAccent} />
      <div>
        <ControlsChoice part={part} controls={look.controls} onControls={(controls) => onLook({ controls })} />
        <Checkbox label="Read-only" checked={look.readOnly} onChange={(readOnly) => onLook({ readOnly })} />
      </div>
    </div>
  );
}
