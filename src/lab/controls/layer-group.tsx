import { recordingNamed } from '../../store/store';
import { useApp, useSettings } from '../../store/use-store';
import { Control } from '../../ui/control';
import { ConditionSlider } from './condition-slider';
import { layerDigest } from './digests';
import { Group } from './group';
import { More } from './more';
import { DATA_NAMES, FORMAT_NAMES, UNIFORM_NAMES } from './option-names';
import { SettingNumber } from './setting-number';
import { SettingSelect } from './setting-select';
import { SettingSlider } from './setting-slider';

/** What stands folded away, by its names in links. */
const MORE = ['format', 'uniform'];

/** The layer: its size, and where its numbers come from. */
export function LayerGroup() {
  const settings = useSettings('inFeatures', 'outFeatures', 'data', 'seed', 'format', 'schedule', 'recording');
  const { data, schedule, recording } = settings;
  const inline = useApp((state) => schedule === 'recording' && recordingNamed(state, recording)?.data.kind === 'inline');
  return (
    <Group title="Layer" of={['k', 'n', 'data', 'cond', 'seed', ...MORE]} digest={layerDigest(settings)}>
      <SettingSlider name="inFeatures" scale="log" hint="Products in each sum." />
      <SettingSlider name="outFeatures" scale="log" />
      <SettingSelect name="data" names={inline ? { ...DATA_NAMES, recorded: 'the recording’s own' } : DATA_NAMES} />
      {data === 'cancelling' && <ConditionSlider />}
      {data !== 'recorded' && <SettingNumber name="seed" />}
      <Control of={MORE}>
        <More title="Number format and more">
          <SettingSelect name="format" names={FORMAT_NAMES} />
          {data === 'torch' && <SettingSelect name="uniform" names={UNIFORM_NAMES} hint="Two builds of PyTorch draw weights that differ in the last bit." />}
        </More>
      </Control>
    </Group>
  );
}
