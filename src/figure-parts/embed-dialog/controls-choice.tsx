import type { ControlNames } from '../../share/embed-settings';
import type { PartId } from '../../share/figure-settings';
import { partSettings } from '../../share/figure-settings';
import { Checkbox } from '../../ui/checkbox';
import { RadioGroup } from '../../ui/radio-group';
import styles from './embed-dialog.module.css';

interface ControlsChoiceProps {
  readonly part: PartId;
  readonly controls: ControlNames;
  readonly onControls: (controls: ControlNames) => void;
}

/** Which controls an embed shows; renders nothing for a part without settings. */
export function ControlsChoice({ part, controls, onControls }: ControlsChoiceProps) {
  const settings = Object.values(partSettings(part));
  if (settings.length === 0) return null;
  const chosen = controls === 'all' ? settings.map(({ name }) => name) : controls;
  const kind = controls === 'all' ? 'all' : controls.length === 0 ? 'none' : 'some';
  return (
    <>
      <RadioGroup
        legend="Controls"
        value={kind}
        options={[
          { value: 'all', label: 'All' },
          { value: 'some', label: 'Some' },
          { value: 'none', label: 'None' },
        ]}
        onChange={(next) => onControls(next === 'all' ? 'all' : next === 'none' ? [] : settings.slice(0, 1).map(({ name }) => name))}
      />
      {kind === 'some' && (
        <div className={styles.controls} role="group" aria-label="Controls that are shown">
          {settings.map(({ name, label }) => (
            <Checkbox key={name} label={label} checked={chosen.includes(name)} onChange={(on) => onControls(settings.map((setting) => setting.name).filter((other) => (other === name ? on : chosen.includes(other))))} />
          ))}
        </div>
      )}
    </>
  );
}
