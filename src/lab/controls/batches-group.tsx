import { repeatsRow } from '../../share/other-adder';
import { useSettings } from '../../store/use-part';
import { SettingNumber } from '../../figure-parts/setting-controls/setting-number';
import { LimitNotice } from '../../figure-parts/notices';
import { Control } from '../../ui/control';
import { BatchListField } from './batch-list-field';
import { batchesDigest } from './digests';
import { Group } from './group';

/** How many rows a call has, and which one is shown. */
export function BatchesGroup() {
  const settings = useSettings('view', 'batches', 'row', 'wholeBatch', 'against', 'baseline');
  const whole = settings.view === 'whole';
  const repeats = repeatsRow(settings);
  return (
    <Group title={whole ? 'Batch' : 'Batches'} of={whole ? ['batch', ...(repeats ? ['row'] : [])] : ['batches', 'row']} digest={batchesDigest(settings)}>
      {whole ? (
        <>
          <SettingNumber of="wholeBatch" slider="log" />
          {repeats && <SettingNumber of="row" hint="The row of x that stands in every row of the call; 0 is the first." />}
        </>
      ) : (
        <>
          <Control of="batches">
            <BatchListField />
          </Control>
          <SettingNumber of="row" hint="The row of x that every call contains; 0 is the first." />
        </>
      )}
      <LimitNotice />
    </Group>
  );
}
