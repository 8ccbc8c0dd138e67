import { useState } from 'react';
import type { ReactNode } from 'react';
import type { NumberSetting } from '../../share/setting';
import { Control } from '../../ui/control';
import { Notice } from '../../ui/notice';
import { NumberField } from '../../ui/number-field';
import { Slider } from '../../ui/slider';
import type { SliderScale } from '../../ui/slider-scale';
import type { NumberKey } from './setting-keys';
import type { SettingControlProps } from './use-setting';
import { useSetting } from './use-setting';

interface SettingNumberProps extends SettingControlProps<NumberKey, number> {
  /** The value to show if it is not the one set: that value fitted to the figure, or a number in place of none. */
  readonly value?: number;
  /** The ends of the range, if it is narrower here than in the table. */
  readonly min?: number;
  readonly max?: number;
  readonly hint?: ReactNode;
  /** The value that means “not known”: the field is then empty. */
  readonly unknown?: number;
  /** Adds a slider over the range, with this scale. */
  readonly slider?: SliderScale;
  /** Step of the slider. */
  readonly step?: number;
}

/** A number setting as a field, or as a slider with a field. */
export function SettingNumber({ value, min, max, hint, unknown, slider, step = 1, ...of }: SettingNumberProps) {
  const { setting, label, value: given, set, control } = useSetting<NumberSetting, NumberKey, number>(of);
  const [message, setMessage] = useState<string | null>(null);
  const field = {
    label,
    value: value ?? given,
    min: min ?? setting.min,
    max: max ?? setting.max,
    onChange: set,
    onClamped: setMessage,
    ...(hint !== undefined && { hint }),
    ...(unknown !== undefined && { unknown }),
  };
  return (
    <Control {...control}>
      <div onInput={() => setMessage(null)}>
        {slider === undefined ? <NumberField {...field} integer={setting.whole} /> : <Slider {...field} scale={slider} step={step} />}
        <Notice tone="quiet" message={message} />
      </div>
    </Control>
  );
}
