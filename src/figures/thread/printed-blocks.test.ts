import { describe, expect, it } from 'vitest';
import type { ThreadRow } from '../../experiments/thread';
import { thread } from '../../experiments/thread';
import { parseRecording } from '../../recordings/parse-recording';
import { meanOrderOf } from '../../recordings/mean-order';
import { THREAD } from '../../recordings/thread';
import { readFileSync } from 'node:fs';
import { countEqual, printedBlocks } from './printed-blocks';

function rowsOf(index: number, seed: number): ThreadRow[] {
  const thread_ = THREAD[index]!;
  const recording = parseRecording(readFileSync(`public/recordings/${thread_.recording}.json`, 'utf8'));
  if (!recording.ok) throw new Error(recording.error.message);
  const rows: ThreadRow[] = [];
  for (const step of thread({ thread: thread_, recording: recording.value, seed, uniform: thread_.uniform, meanOrder: meanOrderOf(thread_) })) {
    if (step.kind === 'partial') rows.push(step.value);
  }
  return rows;
}

describe('the printout', () => {
  it('comes out to the last digit, all 35 numbers', () => {
    const counts = THREAD.map((thread_, index) => countEqual(printedBlocks(thread_, rowsOf(index, thread_.seed))));
    expect(counts).toEqual([
      { computed: 5, equal: 5, all: 5 },
      { computed: 30, equal: 30, all: 30 },
    ]);
  });

  it('does not come out from another seed', () => {
    expect(countEqual(printedBlocks(THREAD[1]!, rowsOf(1, 73))).equal).toBe(0);
  });

  it('stands there with its places empty before anything is computed', () => {
    const blocks = printedBlocks(THREAD[1]!, []);
    expect(blocks.map(({ title }) => title)).toEqual(['mean', 'output 0', 'output 1', 'output 2', 'output 3', 'output 4']);
    expect(countEqual(blocks)).toEqual({ computed: 0, equal: 0, all: 30 });
  });
});
