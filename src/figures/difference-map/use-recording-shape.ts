import { useContext, useEffect } from 'react';
import { OWN_PREFIX } from '../../store/load-recording';
import { settingsOfRecording } from '../../store/recording-settings';
import { StoreContext, useApp } from '../../store/use-store';

/** Keeps a map of a recorded layer to its recording's size, row and batch sizes, where these are not the map's own. */
export function useRecordingShape(): void {
  const store = useContext(StoreContext);
  const name = useApp(({ settings }) => settings.recording);
  const recording = useApp(({ recordings }) => recordings.get(name));
  useEffect(() => {
    if (store === null || recording === undefined) return;
    const { inFeatures, outFeatures, baseline, batches } = store.getState().settings;
    const { operation } = recording;
    if (operation.inFeatures === inFeatures && operation.outFeatures === outFeatures && !name.startsWith(OWN_PREFIX)) return;
    const its = settingsOfRecording(name, recording);
    const sizes = its.batches ?? batches;
    store.actions.setAll({ inFeatures: operation.inFeatures, outFeatures: operation.outFeatures, row: its.row ?? 0, batches: sizes, baseline: typeof baseline !== 'number' || sizes.includes(baseline) ? baseline : (sizes[0] ?? 1) });
  }, [store, name, recording]);
}
