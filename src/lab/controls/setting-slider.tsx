import { useState } from 'react';
import type { ReactNode } from 'react';
import { SETTINGS } from '../../share/settings';
import { useSet } from '../../figure-parts/use-set';
import { useSettings } from '../../store/use-store';
import { Notice } from '../../ui/notice';
import { Slider } from '../../ui/slider';
import type { SliderScale } from '../../ui/slider-scale';
import { Control } from '../../ui/control';
import type { NumberKey } from './setting-keys';

interface SettingSliderProps {
  readonly name: NumberKey;
  readonly scale?: SliderScale;
  readonly hint?: ReactNode;
}

/** A number of the settings table, with a slider over its range. */
export function SettingSlider({ name, scale = 'linear', hint }: SettingSliderProps) {
  const { label, min, max } = SETTINGS[name];
  const { [name]: value } = useSettings(name);
  const set = useSet();
  const [message, setMessage] = useState<string | null>(null);
  return (
    <Control of={SETTINGS[name].name}>
      <div onInput={() => setMessage(null)}>
        <Slider
          label={label}
          value={value}
          min={min}
          max={max}
          scale={scale}
          onChange={(to) => set({ [name]: to })}
          onClamped={setMessage}
          {...(hint !== undefined && { hint })}
        />
        <Notice tone="quiet" message={message} />
      </div>
    </Control>
  );
}
