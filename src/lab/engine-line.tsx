import { settingOf } from '../share/settings';
import { scriptedSums } from '../store/equal-bits';
import type { Channel } from '../store/results';
import { useSettled } from '../figure-parts/request-state/use-settled';
import type { State } from '../store/store';
import { useActions, useApp } from '../store/use-store';
import { Control } from '../ui/control';
import { RadioGroup } from '../ui/radio-group';
import { engineSentence } from './engine-sentence';
import styles from './lab.module.css';

function noteOf({ tasks, results }: State, channel: Channel): string {
  const task = tasks[channel];
  if (task.state === 'done') return engineSentence(task.ran, task.same, scriptedSums(results[channel]));
  return task.state === 'running' ? 'Computing.' : '';
}

function fastestOf({ tasks, settings }: State, channel: Channel): string {
  const task = tasks[channel];
  return task.state === 'done' && settings.engine === 'fastest' && task.ran.engine === 'fround' ? 'the fastest here: Math.fround' : 'WebAssembly SIMD';
}

/** Which engine computes, how long it took, and what of its bits was compared with the other engine's. */
export function EngineLine({ channel }: { readonly channel: Channel }) {
  const engine = useApp(({ settings }) => settings.engine);
  // A hand that drags a slider would make them flicker.
  const note = useSettled(useApp((state) => noteOf(state, channel)));
  const fastest = useSettled(useApp((state) => fastestOf(state, channel)));
  const { set } = useActions();
  return (
    <Control of="engine">
      <div className={styles.engine} data-control>
        <RadioGroup
          legend={settingOf('engine').label}
          value={engine}
          options={[
            { value: 'fastest', label: fastest },
            { value: 'fround', label: 'Math.fround' },
          ]}
          onChange={(to) => set('engine', to)}
        />
        <p className={styles.engineNote} role="status">
          {note}
        </p>
      </div>
    </Control>
  );
}
