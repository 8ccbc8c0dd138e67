import { describe, expect, it } from 'vitest';
import type { WorkerLike } from './client';
import type { Request, Response } from './protocol';
import { RecordingReader } from './recording-reader';

function setUp() {
  const workers: (WorkerLike & { requests: Request[]; terminated: boolean })[] = [];
  const reader = new RecordingReader(() => {
    const worker = { onmessage: null, onmessageerror: null, onerror: null, requests: [] as Request[], terminated: false, postMessage: (request: Request) => void worker.requests.push(request), terminate: () => void (worker.terminated = true) };
    workers.push(worker);
    return worker;
  });
  const heard: string[] = [];
  const listener = (name: string) => ({ partial: () => undefined, progress: (done: number, total: number) => void heard.push(`${name} ${done}/${total}`), done: () => void heard.push(`${name} done`), failed: (message: string) => void heard.push(`${name}: ${message}`) });
  const say = (at: number, response: Response) => workers[at]!.onmessage?.({ data: response } as MessageEvent<Response>);
  return { reader, workers, heard, listener, say };
}

describe('the reader of recordings', () => {
  it('reads each file in a worker of its own, which ends with it', () => {
    const { reader, workers, heard, listener, say } = setUp();
    reader.read(new Blob(['{}']), listener('a'));
    expect(workers[0]!.requests).toMatchObject([{ type: 'read' }]);
    say(0, { type: 'progress', id: 1, done: 1, total: 2 });
    say(0, { type: 'done', id: 1, ran: { engine: 'fround', why: null, milliseconds: 1 } });
    expect(workers[0]!.terminated).toBe(true);
    reader.read(new Blob(['{}']), listener('b'));
    say(1, { type: 'failed', id: 1, message: 'no recording' });
    expect([workers.length, workers[1]!.terminated]).toEqual([2, true]);
    expect(heard).toEqual(['a 1/2', 'a done', 'b: no recording']);
  });

  it('ends a worker that is in the middle of a file when it is stopped, or when the next file comes', () => {
    const { reader, workers, heard, listener, say } = setUp();
    reader.read(new Blob(['{}']), listener('a'));
    reader.stop();
    expect(workers[0]!.terminated).toBe(true);
    say(0, { type: 'done', id: 1, ran: { engine: 'fround', why: null, milliseconds: 1 } });
    reader.read(new Blob(['{}']), listener('b'));
    reader.read(new Blob(['{}']), listener('c'));
    expect(workers.map(({ terminated }) => terminated)).toEqual([true, true, false]);
    say(1, { type: 'done', id: 1, ran: { engine: 'fround', why: null, milliseconds: 1 } });
    say(2, { type: 'done', id: 1, ran: { engine: 'fround', why: null, milliseconds: 1 } });
    expect(heard).toEqual(['c done']);
  });

  it('says what can be done when the worker dies over a file', () => {
    const { reader, workers, heard, listener } = setUp();
    reader.read(new Blob(['{}']), listener('a'));
    workers[0]!.onerror?.({ message: 'out of memory', preventDefault: () => undefined } as ErrorEvent);
    expect(heard).toEqual(['a: Reading stopped unexpectedly (out of memory). Drop it again, or try a smaller one.']);
    expect(workers[0]!.terminated).toBe(true);
  });
});
