import { lazy, Suspense } from 'react';
import { settingOf } from '../../share/settings';
import { useSet } from '../../figure-parts/use-set';
import { useSettings } from '../../store/use-store';
import { Checkbox } from '../../ui/checkbox';
import { RadioGroup } from '../../ui/radio-group';
import { Control } from '../../ui/control';
import { ordersDigest } from './digests';
import { Group } from './group';
import { BIAS_NAMES, PATTERN_NAMES } from './option-names';
import { RecordingField } from './recording-field';
import { SettingSelect } from './setting-select';

const SOURCES = [
  { value: 'recording', label: 'a recording' },
  { value: 'pattern', label: 'a pattern' },
  { value: 'thresholds', label: 'my own' },
] as const;

const ThresholdsEditor = lazy(async () => ({ default: (await import('./thresholds-editor')).ThresholdsEditor }));

/** Which order of additions at which batch size. */
export function OrdersGroup() {
  const settings = useSettings('schedule', 'fused', 'bias', 'recording', 'pattern', 'orders');
  const set = useSet();
  const { schedule, fused, bias } = settings;
  return (
    <Group title="Orders" of={['from', 'rec', 'pattern', 'orders', 'bias', 'fused']} digest={ordersDigest(settings)}>
      <Control of="from">
        <RadioGroup hideLegend legend={settingOf('schedule').label} value={schedule} options={SOURCES} onChange={(to) => set({ schedule: to })} />
      </Control>
      {schedule === 'recording' && (
        <Control of="rec">
          <RecordingField />
        </Control>
      )}
      {schedule === 'pattern' && (
        <>
          <SettingSelect name="pattern" names={PATTERN_NAMES} hint="A recorded order, carried over to any K: modelled, not recorded." />
          <Control of="bias">
            <Checkbox label="Bias" checked={bias !== 'none'} onChange={(on) => set({ bias: on ? 'last' : 'none' })} hint="The pattern says where it joins." />
          </Control>
        </>
      )}
      {schedule === 'thresholds' && (
        <>
          <Control of="orders">
            <Suspense fallback={null}>
              <ThresholdsEditor />
            </Suspense>
          </Control>
          <SettingSelect name="bias" names={BIAS_NAMES} hint="In the notation, b says so." />
          <Control of="fused">
            <Checkbox label={settingOf('fused').label} checked={fused} onChange={(on) => set({ fused: on })} hint="Product and addition are rounded once, together. In the notation, * says so." />
          </Control>
        </>
      )}
    </Group>
  );
}
