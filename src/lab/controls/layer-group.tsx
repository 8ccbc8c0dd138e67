import { recordingNamed } from '../../store/store';
import { useSettings } from '../../store/use-part';
import { useApp } from '../../store/use-store';
import { OPTION_NAMES } from '../../figure-parts/setting-controls/option-names';
import { SettingSelect } from '../../figure-parts/setting-controls/setting-choice';
import { SettingNumber } from '../../figure-parts/setting-controls/setting-number';
import { Control } from '../../ui/control';
import { lazyPart } from '../../ui/lazy-part';
import { ConditionSlider } from './condition-slider';
import { layerDigest } from './digests';
import { Group } from './group';
import { More } from './more';

const AdderField = lazyPart('The adder', async () => (await import('./adder-field')).AdderField);

/** The layer: its size and the source of its numbers. */
export function LayerGroup() {
  const settings = useSettings('inFeatures', 'outFeatures', 'data', 'seed', 'format', 'result', 'orders', 'schedule', 'recording');
  const { data, format, schedule, recording } = settings;
  const inline = useApp((state) => schedule === 'recording' && recordingNamed(state, recording)?.data.kind === 'inline');
  return (
    <Group title="Layer" of={['k', 'n', 'data', 'cond', 'seed', 'uniform', 'format', 'orders', 'result']} digest={layerDigest(settings)} rare>
      <SettingNumber of="inFeatures" slider="log" hint="Products in each sum." />
      <SettingNumber of="outFeatures" slider="log" />
      <SettingSelect of="data" {...(inline && { names: { ...OPTION_NAMES.data, recorded: 'the recording’s own' } })} />
      {data === 'cancelling' && <ConditionSlider />}
      {data !== 'recorded' && <SettingNumber of="seed" />}
      {data === 'torch' && (
        <Control of="uniform">
          <More title="Build of PyTorch">
            <SettingSelect of="uniform" hint="Two builds of PyTorch draw weights that differ in the last bit." />
          </More>
        </Control>
      )}
      <SettingSelect of="format" hint="What x and W are rounded to. A tensor core takes float32 as TF32." />
      <AdderField />
      {format !== 'float64' && <SettingSelect of="result" hint="Once, at the end." />}
    </Group>
  );
}
