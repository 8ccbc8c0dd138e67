import { useActions, useApp } from '../../store/use-store';
import { RadioGroup } from '../../ui/radio-group';
import { Control } from '../../ui/control';
import type { RecordedLayer } from './recorded-layers';
import { RECORDED_LAYERS } from './recorded-layers';

/** Whose orders: one of the libraries that were recorded at 768 → 768. */
export function LibraryControl() {
  const recording = useApp(({ settings }) => settings.recording);
  const { set } = useActions();
  return (
    <Control of="rec">
      <RadioGroup legend="Library, as recorded at 768 → 768" value={recording as RecordedLayer} options={RECORDED_LAYERS} onChange={(to) => set('recording', to)} />
    </Control>
  );
}
