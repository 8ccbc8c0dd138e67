import { addersOf } from '../../experiments/method-spec';
import { printMethod } from '../../share/schedule-text';
import { useSettings } from '../../store/use-part';
import { SettingSelect } from '../../figure-parts/setting-controls/setting-choice';
import { SettingFlag } from '../../figure-parts/setting-controls/setting-flag';
import { SettingNumber } from '../../figure-parts/setting-controls/setting-number';
import { LimitNotice } from '../../figure-parts/notices';
import { Control } from '../../ui/control';
import { ConditionSlider } from './condition-slider';
import { CurvesEditor } from './curves-editor';
import { growthDigest } from './digests';
import { Group } from './group';
import { More } from './more';

/** The formats of factors. */
const INPUT_NAMES = { float32: 'float32, taken as TF32', bfloat16: 'bfloat16', float16: 'float16', float8_e4m3: 'float8, e4m3', float8_e5m2: 'float8, e5m2' } as const;

/** The settings folded away, by their names in links. */
const MORE = ['seed', 'gpoints', 'gk', 'fused'];

/** What the growth curves show. */
export function GrowthGroups() {
  const settings = useSettings('growthData', 'growthMaxExponent', 'growthTrials', 'growthOrders');
  return (
    <>
      <Group title="Sums" of={['gdata', 'cond', 'gmax', 'trials', ...MORE]} digest={growthDigest(settings)}>
        <SettingSelect of="growthData" />
        {settings.growthData === 'cancelling' && <ConditionSlider />}
        <SettingNumber of="growthMaxExponent" slider="linear" hint="K goes up to 2 to this power." />
        <SettingNumber of="growthTrials" slider="log" hint="Dot products at each K; the curve is their median." />
        <Control of={MORE}>
          <More title="Seed, points, fused products">
            <SettingNumber of="seed" />
            <SettingNumber of="growthPoints" />
            <SettingNumber of="growthAlso" unknown={0} hint="Any number of products that has no point of its own." />
            <SettingFlag of="fused" />
          </More>
        </Control>
        <LimitNotice />
      </Group>
      <Group title="Curves" of="curves" digest={settings.growthOrders.map(printMethod).join(', ')}>
        <CurvesEditor />
        {addersOf(settings.growthOrders).length > 0 && <SettingSelect of="format" names={INPUT_NAMES} hint="What all the numbers are rounded to, as tensor cores take no float32: they make TF32 of it." />}
      </Group>
    </>
  );
}
