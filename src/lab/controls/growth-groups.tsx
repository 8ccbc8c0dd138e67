import { printMethod } from '../../share/schedule-text';
import { settingOf } from '../../share/settings';
import { useSet } from '../../figure-parts/use-set';
import { useSettings } from '../../store/use-store';
import { Checkbox } from '../../ui/checkbox';
import { Limits } from '../limits';
import { Control } from '../../ui/control';
import { ConditionSlider } from './condition-slider';
import { CurvesEditor } from './curves-editor';
import { growthDigest } from './digests';
import { Group } from './group';
import { More } from './more';
import { GROWTH_DATA_NAMES } from './option-names';
import { SettingNumber } from './setting-number';
import { SettingSelect } from './setting-select';
import { SettingSlider } from './setting-slider';

/** What stands folded away, by its names in links. */
const MORE = ['seed', 'gpoints', 'fused'];

/** What the growth curves are of. */
export function GrowthGroups() {
  const settings = useSettings('growthData', 'growthMaxExponent', 'growthTrials', 'growthOrders', 'fused');
  const set = useSet();
  return (
    <>
      <Group title="Sums" of={['gdata', 'cond', 'gmax', 'trials', ...MORE]} digest={growthDigest(settings)}>
        <SettingSelect name="growthData" names={GROWTH_DATA_NAMES} />
        {settings.growthData === 'cancelling' && <ConditionSlider />}
        <SettingSlider name="growthMaxExponent" hint="K goes up to 2 to this power." />
        <SettingSlider name="growthTrials" scale="log" hint="Dot products at each K; the curve is their median." />
        <Control of={MORE}>
          <More title="Seed, points, fused products">
            <SettingNumber name="seed" />
            <SettingNumber name="growthPoints" />
            <Control of="fused">
              <Checkbox label={settingOf('fused').label} checked={settings.fused} onChange={(on) => set({ fused: on })} />
            </Control>
          </More>
        </Control>
        <Limits />
      </Group>
      <Group title="Curves" of="curves" digest={settings.growthOrders.map(printMethod).join(', ')}>
        <CurvesEditor />
      </Group>
    </>
  );
}
