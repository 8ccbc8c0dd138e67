import { layerTitle } from '../../lib/words';
import type { ThreadRow } from '../../experiments/thread';
import { libraryLine } from '../../recordings/library-text';
import { THREAD } from '../../recordings/thread';
import { SETTINGS } from '../../share/settings';
import { THREAD_LIBRARIES } from '../../share/thread-libraries';
import { recordingNamed } from '../../store/store';
import { useSettings } from '../../store/use-part';
import { useApp } from '../../store/use-store';
import { RadioGroup } from '../../ui/radio-group';
import { userRecordingLabel, useUserRecording } from '../../figure-parts/user-recording/use-user-recording';
import { SettingRadios } from '../../figure-parts/setting-controls/setting-choice';
import { SettingNumber } from '../../figure-parts/setting-controls/setting-number';
import { useSet } from '../../figure-parts/use-set';
import { Control } from '../../ui/control';
import { ReadOnlyValue } from '../../ui/read-only-value';
import { ComparedControls } from './compared-controls';
import styles from './thread.module.css';

const CASES: Readonly<Record<string, string>> = Object.fromEntries(THREAD.map(({ name, inFeatures, outFeatures }) => [name, layerTitle({ inFeatures, outFeatures })]));

/** Which of the thread's layers. */
export function ThreadCase() {
  const { threadLibrary } = useSettings('threadLibrary');
  return (
    <SettingRadios
      of="threadCase"
      label="Layer"
      names={CASES}
      also={(to) => {
        const fits = THREAD_LIBRARIES.some(({ name, cases }) => name === threadLibrary && (cases as readonly string[]).includes(to));
        return { threadColumn: SETTINGS.threadColumn.initial, threadBeside: 0, ...(!fits && { threadLibrary: 'pytorch-2.13-mkl' }) };
      }}
    />
  );
}

/** Which library, which seed; once all rows are there, which of them the trees show. */
export function ThreadControls({ rows }: { readonly rows: readonly ThreadRow[] }) {
  const { threadCase, threadLibrary, threadOther, threadSeed } = useSettings('threadCase', 'threadLibrary', 'threadOther', 'threadSeed');
  const other = useApp((state) => recordingNamed(state, threadOther)?.library);
  const own = useUserRecording();
  const set = useSet();
  const recorded = THREAD_LIBRARIES.filter(({ cases }) => (cases as readonly string[]).includes(threadCase));
  const original = THREAD.find(({ name }) => name === threadCase)?.seed ?? 72;
  const others = own === null ? [] : [{ value: own.name, label: userRecordingLabel(own) }];
  if (threadOther !== '' && threadOther !== own?.name) others.push({ value: threadOther, label: other ? libraryLine(other) : threadOther });
  const libraries = [...recorded.map(({ name, label }) => ({ value: name as string, label: label as string })), ...others];
  const chosen = threadOther === '' ? threadLibrary : threadOther;
  return (
    <div className={styles.controls}>
      <Control of={['library', 'rec']} otherwise={<ReadOnlyValue label="Library" value={libraries.find(({ value }) => value === chosen)?.label ?? chosen} />}>
        <RadioGroup
          legend="Library"
          value={chosen}
          options={libraries}
          onChange={(value) => {
            const library = recorded.find(({ name }) => name === value)?.name;
            set(library === undefined ? { threadOther: value } : { threadLibrary: library, threadOther: '' });
          }}
        />
      </Control>
      <SettingNumber
        of="threadSeed"
        label="Seed"
        hint={
          threadSeed !== original && (
            <button type="button" className={styles.phrase} onClick={() => set({ threadSeed: original })}>
              back to the thread’s {original}
            </button>
          )
        }
      />
      {rows.length > 0 && <ComparedControls rows={rows} />}
    </div>
  );
}
