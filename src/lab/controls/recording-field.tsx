import { layerTitle } from '../../lib/words';
import { GalleryFailure } from '../../figure-parts/gallery/gallery-failure';
import { choiceLabel } from '../../figure-parts/gallery/gallery-words';
import { useGallery } from '../../figure-parts/gallery/use-recordings';
import { userRecordingLabel, useUserRecording } from '../../figure-parts/user-recording/use-user-recording';
import { chooseRecording } from '../../store/choose-recording';
import { useSettings } from '../../store/use-part';
import { useHost } from '../../store/use-store';
import { SelectField } from '../../ui/select-field';

/** The recording whose orders are used; choosing one also takes its size, batch sizes and numbers. */
export function RecordingField() {
  const { recording } = useSettings('recording');
  const host = useHost();
  const gallery = useGallery();
  const own = useUserRecording();
  const entries = gallery?.ok ? gallery.value : [];
  const options = entries.map((entry) => ({ value: entry.name, label: choiceLabel(entry), group: layerTitle(entry) }));
  if (own !== null) options.unshift({ value: own.name, label: userRecordingLabel(own), group: 'Yours' });
  if (!options.some(({ value }) => value === recording)) options.push({ value: recording, label: recording, group: 'This page' });
  return (
    <>
      <SelectField label="Recording" value={recording} options={options} onChange={(name) => void chooseRecording(host, name)} hint="Orders read off a real library. It brings its size, batch sizes and numbers." />
      {gallery !== null && !gallery.ok && <GalleryFailure message={gallery.error.message} />}
    </>
  );
}
