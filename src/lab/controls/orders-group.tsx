import { SettingRadios, SettingSelect } from '../../figure-parts/setting-controls/setting-choice';
import { SettingFlag } from '../../figure-parts/setting-controls/setting-flag';
import { useSet } from '../../figure-parts/use-set';
import { useSettings } from '../../store/use-part';
import { Checkbox } from '../../ui/checkbox';
import { lazyPart } from '../../ui/lazy-part';
import { Control } from '../../ui/control';
import { ordersDigest } from './digests';
import { Group } from './group';
import { RecordingField } from './recording-field';

const ThresholdsEditor = lazyPart('The editor of orders', async () => (await import('./thresholds-editor')).ThresholdsEditor);

/** Which order of additions at which batch size. */
export function OrdersGroup() {
  const settings = useSettings('schedule', 'bias', 'recording', 'pattern', 'orders');
  const set = useSet();
  const { schedule, bias } = settings;
  return (
    <Group title="Orders" of={['from', 'rec', 'pattern', 'orders', 'bias', 'fused']} digest={ordersDigest(settings)}>
      <SettingRadios of="schedule" hideLegend />
      {schedule === 'recording' && (
        <Control of="rec">
          <RecordingField />
        </Control>
      )}
      {schedule === 'pattern' && (
        <>
          <SettingSelect of="pattern" hint="The order of row 0, carried over to any K and all rows: modelled, not recorded." />
          <Control of="bias">
            <Checkbox label="Bias" checked={bias !== 'none'} onChange={(on) => set({ bias: on ? 'last' : 'none' })} hint="The pattern determines where it is added." />
          </Control>
        </>
      )}
      {schedule === 'thresholds' && (
        <>
          <Control of="orders">
            <ThresholdsEditor />
          </Control>
          <SettingSelect of="bias" hint="In the notation, b marks the place." />
          <SettingFlag of="fused" hint="Product and addition are rounded once, together. In the notation, * marks it." />
        </>
      )}
    </Group>
  );
}
