import { describe, expect, it } from 'vitest';
import { galleryRecording } from '../experiments/gallery-recording.fixture';
import { LIMITS } from '../lib/limits';
import type { Recording } from '../recordings/recording';
import { FIRST_PARTS } from '../share/part-values';
import { FakeWorker } from '../testing/fake-worker';
import { ExperimentClient } from '../worker/client';
import type { Response } from '../worker/protocol';
import { UserRecordings } from './user-recording';
import { settingsOfRecording } from './recording-settings';
import { createAppStore } from './store';

const RAN = { engine: 'fround', why: null, milliseconds: 1 } as const;

/** A page without a worker: the test answers reads by hand. */
function page() {
  const store = createAppStore();
  const workers: FakeWorker[] = [];
  const own = new UserRecordings(
    () =>
      new ExperimentClient(() => {
        const worker = new FakeWorker();
        workers.push(worker);
        return worker;
      }),
    store,
  );
  const state = () => store.getState().userRecording;
  const say = (at: number, response: DistributiveOmit<Response, 'id'>): void => workers[at]!.say({ id: 1, ...response } as Response);
  /** Drops a file, which turns out to be this recording. */
  const drop = async (name: string, recording: Recording): Promise<void> => {
    await own.take([new File(['{}'], name)]);
    say(workers.length - 1, { type: 'partial', value: { kind: 'recording', recording } });
    say(workers.length - 1, { type: 'done', ran: RAN });
  };
  return { store, own, parts: () => store.getState().parts, setPart: store.actions.setPart, workers, say, state, drop, ended: () => workers.map(({ terminated }) => terminated) };
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

const SMALL = galleryRecording('pytorch-2.13-mkl-4x8');
const LARGE = galleryRecording('pytorch-1.13-openblas-768x768');
const ODD = galleryRecording('stdlib-0.4-127x33');
const SHAPES = [['thread’s shape', SMALL], ['thread’s other shape', LARGE], ['no shape of the thread’s', ODD]] as const;

describe('recordings that a reader brings', () => {
  it.each(SHAPES.flatMap(([a, first]) => SHAPES.filter(([b]) => b !== a).map(([b, second]) => [a, b, first, second] as const)))('%s, then %s: the page runs on the second, and is as it was after removal', async (_a, _b, first, second) => {
    const { store, parts, setPart, own, drop, state } = page();
    setPart('heatmap', { baseline: 4, unit: 'ulp' });
    setPart('thread', { threadCase: 'linear-768x768', threadColumn: 5 });
    const before = parts();

    await drop('first.json', first);
    await drop('second.json', second);
    expect(state().own?.name).toBe('own-second-2');
    expect(parts().lab).toMatchObject(settingsOfRecording('own-second-2', second));
    expect(JSON.stringify(parts())).not.toContain('own-first-1');
    expect(parts().heatmap).toMatchObject({ recording: 'own-second-2', unit: 'ulp' });
    // The thread's figure has two shapes; a file of another shape leaves it unchanged.
    if (second === ODD) expect(parts().thread).toEqual(before.thread);
    else expect(parts().thread).toMatchObject({ threadOther: 'own-second-2' });
    expect([...store.getState().recordings.keys()]).toEqual(['own-second-2']);

    own.remove();
    expect(parts()).toEqual(before);
    expect(store.getState().recordings.size).toBe(0);
    expect(state().own).toBeNull();
  });

  it('leave alone what the reader has changed meanwhile', async () => {
    const { parts, setPart, own, drop } = page();
    await drop('mine.json', LARGE);
    setPart('lab', { view: 'growth', seed: 5, batches: [1, 3] });
    setPart('heatmap', { baseline: 2 });
    setPart('walks', { library: 'numpy-2.4-openblas-768x768' });
    own.remove();
    const { recording, schedule, baseline } = FIRST_PARTS.lab;
    expect(parts().lab).toMatchObject({ view: 'growth', seed: 5, batches: [1, 3], recording, schedule, baseline });
    expect(parts().heatmap).toMatchObject({ recording, baseline: 2 });
    expect(parts().walks).toMatchObject({ library: 'numpy-2.4-openblas-768x768' });
  });

  it('leave the Lab alone once the reader has set it to another recording', async () => {
    const { parts, setPart, own, drop } = page();
    setPart('lab', { inFeatures: 64, row: 3, batches: [5] });
    await drop('mine.json', LARGE);
    setPart('lab', settingsOfRecording('other', galleryRecording('pytorch-2.13-mkl-768x768')));
    const { lab } = parts();
    own.remove();
    expect(parts().lab).toEqual(lab);
  });

  it('do not go back to a file that only a link still names', async () => {
    const { parts, setPart, own, drop } = page();
    setPart('lab', { recording: 'own-old-3', schedule: 'recording' });
    setPart('thread', { threadOther: 'own-old-3' });
    await drop('odd.json', ODD);
    own.remove();
    expect(parts().lab).toEqual(FIRST_PARTS.lab);
    // The odd file did not set the thread.
    expect(parts().thread).toMatchObject({ threadOther: 'own-old-3' });
  });

  it('are put back where the reader alone had chosen them', async () => {
    const { parts, setPart, own, drop } = page();
    await drop('odd.json', ODD);
    setPart('thread', { threadOther: 'own-odd-1' });
    own.remove();
    expect(parts().thread).toMatchObject({ threadOther: '' });
  });
});

describe('reading', () => {
  it('takes the file that was dropped last, however long the first bytes of another take', async () => {
    const { own, workers, state } = page();
    let arrive = (): void => undefined;
    const slow = new File(['{}'], 'slow.json');
    slow.slice = () => ({ arrayBuffer: () => new Promise<ArrayBuffer>((resolve) => (arrive = () => resolve(new ArrayBuffer(0)))) }) as Blob;
    const first = own.take([slow]);
    await own.take([new File(['{}'], 'quick.json')]);
    arrive();
    await first;
    expect(workers).toHaveLength(1);
    expect(state().reading?.fileName).toBe('quick.json');
  });

  it('goes over to a file that is dropped during a replay, and keeps on where that is none', async () => {
    const { own, workers, say, state, ended } = page();
    await own.take([new File(['{}'], 'first.json')]);
    say(0, { type: 'progress', done: 1, total: 4 });
    expect(state().reading).toEqual({ fileName: 'first.json', share: 0.25 });
    await own.take([new File([Uint8Array.from([0x89, 0x50, 0x4e, 0x47])], 'shot.png')]);
    expect(state().reading).toEqual({ fileName: 'first.json', share: 0.25 });
    expect(state().problem).toMatch(/^shot.png is a PNG image/);
    await own.take([new File(['{}'], 'second.json')]);
    expect(state()).toMatchObject({ reading: { fileName: 'second.json', share: null }, problem: null });
    expect(ended()).toEqual([true, false]);
    say(0, { type: 'done', ran: RAN });
    expect(state().reading?.fileName).toBe('second.json');
    expect(workers[1]!.requests).toMatchObject([{ type: 'read' }]);
  });

  it('has a worker for each file, which ends with it', async () => {
    const { own, drop, say, state, ended } = page();
    await drop('small.json', SMALL);
    await own.take([new File(['{}'], 'none.json')]);
    say(1, { type: 'failed', message: 'It is no recording.' });
    expect(ended()).toEqual([true, true]);
    expect(state()).toMatchObject({ reading: null, problem: 'none.json: It is no recording.', own: { fileName: 'small.json' } });
  });

  it('stops, also before the first bytes are there', async () => {
    const { own, workers, state, ended } = page();
    await own.take([new File(['{}'], 'first.json')]);
    own.stop();
    expect([state().reading, ended()]).toEqual([null, [true]]);
    const taken = own.take([new File(['{}'], 'second.json')]);
    own.stop();
    await taken;
    expect([workers.length, state().reading, state().own]).toEqual([1, null, null]);
  });

  it('refuses a file over the limit before it is read', async () => {
    const { own, workers, state } = page();
    const file = (size: number) => Object.defineProperty(new File(['{'], 'large.json'), 'size', { value: size });
    await own.take([file(LIMITS.recordingBytes + 1)]);
    expect([state().problem, workers.length]).toEqual(['large.json has 97 MB; recordings of at most 96 MB are read.', 0]);
    await own.take([file(LIMITS.recordingBytes)]);
    expect(workers).toHaveLength(1);
  });

  it('names the file over which its worker died', async () => {
    const { own, workers, state, ended } = page();
    await own.take([new File(['{}'], 'large.json')]);
    workers[0]!.die('out of memory');
    expect(state()).toMatchObject({ reading: null, problem: 'large.json: Reading stopped unexpectedly (out of memory). Drop it again, or try a smaller one.' });
    expect(ended()).toEqual([true]);
  });
});
