import { useActions, useApp } from '../../store/use-store';
import { RadioGroup } from '../../ui/radio-group';
import { Control } from '../../ui/control';
import { Given } from '../../ui/given';
import type { RecordedLayer } from './recorded-layers';
import { layerLabel, RECORDED_LAYERS } from './recorded-layers';

const LABEL = 'Library, as recorded at 768 → 768';

/** Whose orders: one of the libraries that were recorded at 768 → 768. */
export function LibraryControl() {
  const recording = useApp(({ settings }) => settings.recording);
  const { set } = useActions();
  return (
    <Control of="rec" otherwise={<Given label={LABEL} value={layerLabel(recording)} />}>
      <RadioGroup legend={LABEL} value={recording as RecordedLayer} options={RECORDED_LAYERS} onChange={(to) => set('recording', to)} />
    </Control>
  );
}
