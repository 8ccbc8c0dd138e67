import { layerTitle } from '../lib/words';
import { PATTERNS } from '../orders/patterns';
import { useSet } from '../figure-parts/use-set';
import { recordingNamed } from '../store/store';
import { useFitted } from '../store/use-part';
import { useApp } from '../store/use-store';
import field from '../ui/field.module.css';
import styles from './lab.module.css';

/** Ways out if a recording does not fit the chosen size. */
export function SizeRemedy() {
  const { schedule, recording: name, inFeatures: K, outFeatures: N } = useFitted('schedule', 'recording', 'inFeatures', 'outFeatures');
  const recording = useApp((state) => recordingNamed(state, name));
  const set = useSet();
  if (schedule !== 'recording' || recording === undefined) return null;
  const { operation } = recording;
  if (operation.inFeatures === K && operation.outFeatures === N) return null;
  const pattern = PATTERNS.find((one) => name.startsWith(one.name)) ?? PATTERNS.find((one) => name.includes(one.name.split('-')[0]!)) ?? PATTERNS[0]!;
  return (
    <div className={styles.buttons}>
      <button type="button" className={field.button} onClick={() => set({ inFeatures: operation.inFeatures, outFeatures: operation.outFeatures })}>
        Back to {layerTitle(operation)}
      </button>
      <button type="button" className={field.button} onClick={() => set({ schedule: 'pattern', pattern: pattern.name })}>
        Carry the order over to {layerTitle({ inFeatures: K, outFeatures: N })} (modelled)
      </button>
    </div>
  );
}
