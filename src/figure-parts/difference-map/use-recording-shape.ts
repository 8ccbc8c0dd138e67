import { useContext, useEffect } from 'react';
import { StoreContext, useApp } from '../../store/use-store';
import { recordedShape } from './recorded-shape';

/** Keeps a map of a recorded layer to the size, row and batch sizes at which it shows its recording, whenever that becomes another. */
export function useRecordingShape(): void {
  const store = useContext(StoreContext);
  const name = useApp(({ settings }) => settings.recording);
  const recording = useApp(({ recordings }) => recordings.get(name));
  useEffect(() => {
    if (store === null || recording === undefined) return;
    const shape = recordedShape(name, recording);
    const { baseline } = store.getState().settings;
    store.actions.setAll({ ...shape, baseline: typeof baseline !== 'number' || shape.batches.includes(baseline) ? baseline : (shape.batches[0] ?? 1) });
  }, [store, name, recording]);
}
