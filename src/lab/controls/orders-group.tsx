import { settingOf } from '../../share/settings';
import { useActions, useApp } from '../../store/use-store';
import { Checkbox } from '../../ui/checkbox';
import { RadioGroup } from '../../ui/radio-group';
import { ordersDigest } from './digests';
import { Group } from './group';
import { BIAS_NAMES, PATTERN_NAMES } from './option-names';
import { RecordingField } from './recording-field';
import { SettingSelect } from './setting-select';
import { ThresholdsEditor } from './thresholds-editor';

const SOURCES = [
  { value: 'recording', label: 'a recording' },
  { value: 'pattern', label: 'a pattern' },
  { value: 'thresholds', label: 'my own' },
] as const;

/** Which order of additions at which batch size. */
export function OrdersGroup() {
  const settings = useApp((state) => state.settings);
  const { set } = useActions();
  const { policy, fused, bias } = settings;
  return (
    <Group title="Orders" digest={ordersDigest(settings)}>
      <RadioGroup hideLegend legend={settingOf('policy').label} value={policy} options={SOURCES} onChange={(to) => set('policy', to)} />
      {policy === 'recording' && <RecordingField />}
      {policy === 'pattern' && (
        <>
          <SettingSelect name="pattern" names={PATTERN_NAMES} hint="A recorded way of adding, carried over to any K: modelled, not recorded." />
          <Checkbox label="Bias" checked={bias !== 'none'} onChange={(on) => set('bias', on ? 'last' : 'none')} hint="The pattern says where it joins." />
        </>
      )}
      {policy === 'thresholds' && (
        <>
          <ThresholdsEditor />
          <SettingSelect name="bias" names={BIAS_NAMES} hint="An order in the notation says it itself, by b." />
          <Checkbox label={settingOf('fused').label} checked={fused} onChange={(on) => set('fused', on)} hint="Product and addition are rounded once, together. The notation says it itself, by *." />
        </>
      )}
    </Group>
  );
}
