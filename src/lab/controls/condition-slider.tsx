import { SETTINGS } from '../../share/settings';
import { useSet } from '../../figure-parts/use-set';
import { useSettings } from '../../store/use-part';
import { Slider } from '../../ui/slider';
import { sizeText } from '../../lib/size-text';
import { Control } from '../../ui/control';

/** Sets the condition number by its power of ten, over a range of thirty. */
export function ConditionSlider() {
  const { condition } = useSettings('condition');
  const set = useSet();
  const { label, min, max } = SETTINGS.condition;
  const power = Math.round(10 * Math.log10(condition)) / 10;
  return (
    <Control of="cond">
      <Slider
        label={`${label}, power of ten`}
        value={power}
        min={Math.log10(min)}
        max={Math.round(Math.log10(max))}
        step={0.5}
        onChange={(to) => set({ condition: Math.min(max, Math.max(min, Number((10 ** to).toPrecision(3)))) })}
        hint={`Σ|x·w| is ${sizeText(condition, 3)} times |Σx·w|: how much of the sum cancels.`}
      />
    </Control>
  );
}
