import { useEffect, useRef } from 'react';
import { libraryLine } from '../../recordings/library-text';
import { userRecordingLabel, useUserRecording } from '../../figure-parts/user-recording/use-user-recording';
import { useActions, useApp } from '../../store/use-store';
import { SelectField } from '../../ui/select-field';
import { useGallery } from './use-gallery';

/** Which recording the orders are taken from; choosing one takes its size, batch sizes and numbers as well. */
export function RecordingField() {
  const recording = useApp(({ settings }) => settings.recording);
  const loaded = useApp(({ recordings }) => recordings);
  const gallery = useGallery();
  const own = useUserRecording();
  const { setAll, useRecording: take } = useActions();
  const awaited = useRef<string | null>(null);
  useEffect(() => {
    if (awaited.current === null || !loaded.has(awaited.current)) return;
    take(awaited.current);
    awaited.current = null;
  }, [loaded, take]);

  const entries = gallery?.ok ? gallery.value : [];
  const options = entries.map((entry) => ({ value: entry.name, label: libraryLine(entry.library), group: `${entry.inFeatures} → ${entry.outFeatures}` }));
  if (own !== null) options.unshift({ value: own.name, label: userRecordingLabel(own), group: 'Yours' });
  if (!options.some(({ value }) => value === recording)) options.push({ value: recording, label: recording, group: 'This page' });
  const choose = (name: string): void => {
    if (loaded.has(name)) return take(name);
    awaited.current = name;
    const entry = entries.find((one) => one.name === name);
    // What the list knows already, so that the old size does not meet the new recording while it is being loaded.
    setAll({ recording: name, cell: null, ...(entry && { inFeatures: entry.inFeatures, outFeatures: entry.outFeatures, batches: entry.batches, baseline: entry.batches[0] ?? 1 }) });
  };
  const hint = gallery !== null && !gallery.ok ? gallery.error.message : 'Orders read off a real library. It brings its size, batch sizes and numbers.';
  return <SelectField label="Recording" value={recording} options={options} onChange={choose} hint={hint} />;
}
