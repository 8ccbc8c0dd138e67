import type { EngineChoice } from '../worker/protocol';
import { scriptedSums } from '../store/equal-bits';
import type { Channel } from '../store/results';
import { useSettled } from '../figure-parts/request-state/use-settled';
import type { ExperimentId } from '../store/experiment';
import type { State } from '../store/store';
import { taskOf } from '../store/store';
import { SettingRadios } from '../figure-parts/setting-controls/setting-choice';
import { useSettings } from '../store/use-part';
import { useApp, usePart } from '../store/use-store';
import { Group } from './controls/group';
import { engineSentence } from './engine-sentence';
import styles from './lab.module.css';

function noteOf(state: State, part: ExperimentId, channel: Channel): string {
  const task = taskOf(state, part, channel);
  if (task.state === 'done') return engineSentence(task.ran, task.same, scriptedSums(state.results[part]?.[channel] ?? null));
  return task.state === 'running' ? 'Computing.' : '';
}

function fastestOf(state: State, part: ExperimentId, channel: Channel, engine: EngineChoice): string {
  const task = taskOf(state, part, channel);
  return task.state === 'done' && engine === 'fastest' && task.ran.engine === 'fround' ? 'the fastest here: Math.fround' : 'WebAssembly SIMD';
}

/** Which engine computes, how long it took, and how its bits compare with the other engine's. */
export function EngineGroup({ channel }: { readonly channel: Channel }) {
  const part = usePart();
  const { engine } = useSettings('engine');
  const fastest = useSettled(useApp((state) => fastestOf(state, part, channel, engine)));
  return (
    <Group title="Computed by" of="engine" digest={engine === 'fround' ? 'Math.fround' : fastest} rare>
      <SettingRadios of="engine" names={{ fastest, fround: 'Math.fround' }} hideLegend />
      <EngineNote key={channel} channel={channel} />
    </Group>
  );
}

function EngineNote({ channel }: { readonly channel: Channel }) {
  const part = usePart();
  // Otherwise it would flicker while a slider is dragged.
  const note = useSettled(useApp((state) => noteOf(state, part, channel)));
  return (
    <p className={styles.engine} role="status">
      {note}
    </p>
  );
}
