import { libraryLine } from '../../recordings/library-text';
import { recordingNamed } from '../../store/store';
import { useSettings } from '../../store/use-part';
import { useApp } from '../../store/use-store';
import { Control } from '../../ui/control';
import { ReadOnlyValue } from '../../ui/read-only-value';
import { SelectField } from '../../ui/select-field';
import { userRecordingLabel, useUserRecording } from '../user-recording/use-user-recording';
import { useSet } from '../use-set';
import { RECORDED_LAYERS } from './recorded-layers';

/** Whose orders to use: one of the libraries recorded at 768 → 768, the reader's own, or one that a link names. */
export function LibraryControl() {
  const recording = useSettings('recording').recording;
  const library = useApp((state) => recordingNamed(state, recording)?.library);
  const own = useUserRecording();
  const set = useSet();
  const options: { value: string; label: string }[] = [...RECORDED_LAYERS];
  if (own !== null) options.unshift({ value: own.name, label: userRecordingLabel(own) });
  if (!options.some(({ value }) => value === recording)) options.push({ value: recording, label: library ? libraryLine(library) : recording });
  return (
    <Control of="rec" otherwise={<ReadOnlyValue label="Library, as recorded" value={options.find(({ value }) => value === recording)?.label ?? recording} />}>
      <SelectField label="Library, as recorded" value={recording} options={options} onChange={(to) => set({ recording: to })} />
    </Control>
  );
}
