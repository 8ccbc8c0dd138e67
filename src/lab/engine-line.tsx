import { settingOf } from '../share/settings';
import type { Channel } from '../store/results';
import { useSettled } from '../figure-parts/request-state/use-settled';
import type { Task } from '../store/store';
import { IDLE } from '../store/store';
import { useSet } from '../figure-parts/use-set';
import { useSettings, useTask } from '../store/use-store';
import { Control } from '../ui/control';
import { RadioGroup } from '../ui/radio-group';
import { engineSentence } from './engine-sentence';
import styles from './lab.module.css';

const RUNNING: Task = { state: 'running', done: 0, total: 0 };

/** Which engine computes, how long it took, and that the other one gives the same bits. */
export function EngineLine({ channel }: { readonly channel: Channel }) {
  const { engine } = useSettings('engine');
  const newest = useTask(channel);
  // A hand that drags a slider would make it flicker; progress, which changes all the time, would keep it from settling.
  const task = useSettled<Task>(newest.state === 'running' ? RUNNING : newest) ?? IDLE;
  const set = useSet();
  const fastest = task.state === 'done' && engine === 'fastest' && task.ran.engine === 'fround' ? 'the fastest here: Math.fround' : 'WebAssembly SIMD';
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
          onChange={(to) => set({ engine: to })}
        />
        <p className={styles.engineNote} role="status">
          {task.state === 'done' ? engineSentence(task.ran, task.same) : task.state === 'running' ? 'Computing.' : ''}
        </p>
      </div>
    </Control>
  );
}
