import { describe, expect, it } from 'vitest';
import type { Platform } from '../store/page-host';
import { fakeClock } from '../testing/fake-clock';
import { Work } from './work';

function setUp() {
  const { later, pass } = fakeClock();
  let done = 0;
  const work = new Work(later, () => done++);
  return { work, quiet: pass, done: () => done };
}

describe('what is under way in an embed', () => {
  it('is done when all has ended and nothing began meanwhile', async () => {
    const { work, quiet, done } = setUp();
    const first = work.begin();
    const second = work.begin();
    first();
    first();
    quiet();
    expect(done()).toBe(0);
    second();
    // The code has loaded; now it requests a recording.
    const loading = work.during(Promise.reject(new Error('404')));
    quiet();
    expect(done()).toBe(0);
    await expect(loading).rejects.toThrow('404');
    quiet();
    expect(done()).toBe(1);
  });

  it('counts a calculation until it is done, failed, cancelled or replaced', () => {
    const { work, quiet, done } = setUp();
    const listeners: Parameters<Platform['client']['run']>[3][] = [];
    const cancelled: string[] = [];
    const client = work.watch({ run: ((_channel: string, _kind: string, _spec: unknown, listener: (typeof listeners)[number]) => listeners.push(listener)) as unknown as Platform['client']['run'], cancel: (channel) => cancelled.push(channel) });
    const heard: string[] = [];
    const run = (channel: string) => client.run(channel, 'cell', {} as never, { partial: () => undefined, done: () => heard.push(`${channel} done`), failed: (message) => heard.push(message) });
    run('a');
    run('a');
    run('b');
    run('c');
    listeners[1]!.done?.({ engine: 'fround', why: null, milliseconds: 1 });
    listeners[2]!.failed('too large', false);
    quiet();
    expect(done()).toBe(0);
    client.cancel('c');
    quiet();
    expect(done()).toBe(1);
    expect(heard).toEqual(['a done', 'too large']);
    expect(cancelled).toEqual(['c']);
  });
});
