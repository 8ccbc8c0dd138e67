import type { ThreadRow } from '../../experiments/thread';
import { useFitted } from '../../store/use-part';
import { RadioGroup } from '../../ui/radio-group';
import { SettingNumber } from '../../figure-parts/setting-controls/setting-number';
import { useSet } from '../../figure-parts/use-set';
import { Control } from '../../ui/control';
import { rowsCompared } from './compared-rows';

/** Which call is compared with that of one row, and which output the trees show. */
export function ComparedControls({ rows }: { readonly rows: readonly ThreadRow[] }) {
  const { threadColumn, threadBeside } = useFitted('threadColumn', 'threadBeside');
  const set = useSet();
  const { single, beside } = rowsCompared(rows, threadBeside);
  return (
    <>
      <Control of="beside">
        <RadioGroup
          legend="Compare one row with"
          value={String(beside.batch)}
          options={rows.filter(({ batch }) => batch !== 1).map(({ batch }) => ({ value: String(batch), label: `${batch} rows` }))}
          onChange={(value) => set({ threadBeside: Number(value) })}
        />
      </Control>
      <SettingNumber of="threadColumn" label="Output of the trees" value={threadColumn} max={single.values.length - 1} />
    </>
  );
}
