import { libraryLine } from '../../recordings/library-text';
import { THREAD } from '../../recordings/thread';
import { SETTINGS } from '../../share/settings';
import { THREAD_LIBRARIES } from '../../share/thread-libraries';
import { recordingNamed } from '../../store/store';
import { useActions, useApp, useSettings } from '../../store/use-store';
import { NumberField } from '../../ui/number-field';
import { RadioGroup } from '../../ui/radio-group';
import { userRecordingLabel, useUserRecording } from '../../figure-parts/user-recording/use-user-recording';
import { useSet } from '../../figure-parts/use-set';
import { Control } from '../../ui/control';
import { ReadOnlyValue } from '../../ui/read-only-value';
import styles from './thread.module.css';

const CASES = THREAD.map(({ name, inFeatures, outFeatures }) => ({ value: name, label: `${inFeatures} → ${outFeatures}` }));

/** Which layer, which library, which seed. */
export function ThreadControls() {
  const { threadCase, threadLibrary, threadOther, threadSeed } = useSettings('threadCase', 'threadLibrary', 'threadOther', 'threadSeed');
  const other = useApp((state) => recordingNamed(state, threadOther)?.library);
  const own = useUserRecording();
  const { notify } = useActions();
  const set = useSet();
  const recorded = THREAD_LIBRARIES.filter(({ cases }) => (cases as readonly string[]).includes(threadCase));
  const original = THREAD.find(({ name }) => name === threadCase)?.seed ?? 72;
  const { min, max } = SETTINGS.threadSeed;
  const others = own === null ? [] : [{ value: own.name, label: userRecordingLabel(own) }];
  if (threadOther !== '' && threadOther !== own?.name) others.push({ value: threadOther, label: other ? libraryLine(other) : threadOther });
  const libraries = [...recorded.map(({ name, label }) => ({ value: name as string, label: label as string })), ...others];
  const chosen = threadOther === '' ? threadLibrary : threadOther;
  return (
    <div className={styles.controls}>
      <Control of="case">
        <RadioGroup
          legend="Layer"
          value={threadCase}
          options={CASES}
          onChange={(value) => {
            const fits = THREAD_LIBRARIES.some(({ name, cases }) => name === threadLibrary && (cases as readonly string[]).includes(value));
            set({ threadCase: value, threadColumn: SETTINGS.threadColumn.initial, threadBeside: 0, ...(!fits && { threadLibrary: 'pytorch-2.13-mkl' }) });
          }}
        />
      </Control>
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
      <Control of="seed">
        <NumberField
          label="Seed"
          value={threadSeed}
          min={min}
          max={max}
          integer
          onChange={(value) => set({ threadSeed: value })}
          onClamped={notify}
          hint={
            threadSeed !== original && (
              <button type="button" className={styles.phrase} onClick={() => set({ threadSeed: original })}>
                back to the thread’s {original}
              </button>
            )
          }
        />
      </Control>
    </div>
  );
}
