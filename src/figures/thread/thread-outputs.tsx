import type { ThreadRow } from '../../experiments/thread';
import { useFitted } from '../../store/use-part';
import { RadioGroup } from '../../ui/radio-group';
import { SettingNumber } from '../../figure-parts/setting-controls/setting-number';
import { useSet } from '../../figure-parts/use-set';
import { Control } from '../../ui/control';
import { rowsCompared } from './compared-rows';
import { OutputsFinding } from './outputs-finding';
import styles from './thread.module.css';

/** Which outputs differ between a call of one row and a larger one; each can be chosen for the trees below. */
export function ThreadOutputs({ rows }: { readonly rows: readonly ThreadRow[] }) {
  const { threadColumn, threadBeside } = useFitted('threadColumn', 'threadBeside');
  const set = useSet();
  const { single, beside } = rowsCompared(rows, threadBeside);
  return (
    <div className={styles.outputs}>
      <Control of="beside">
        <RadioGroup
          legend="Compare one row with"
          value={String(beside.batch)}
          options={rows.filter(({ batch }) => batch !== 1).map(({ batch }) => ({ value: String(batch), label: `${batch} rows` }))}
          onChange={(value) => set({ threadBeside: Number(value) })}
        />
      </Control>
      <SettingNumber of="threadColumn" label="Output" value={threadColumn} max={single.values.length - 1} />
      <OutputsFinding rows={rows} beside={threadBeside} column={threadColumn} onChoose={(column) => set({ threadColumn: column })} />
    </div>
  );
}
