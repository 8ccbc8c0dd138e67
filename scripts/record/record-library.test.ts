import { describe, expect, it } from 'vitest';
import type { Library, LibraryLayer } from './library';
import type { RecordOptions } from './options';
import { parseRecording } from '../../src/recordings/parse-recording';
import { recordLibrary } from './record-library';
import { stdlib } from './stdlib';

const OPTIONS: RecordOptions = { library: '', inFeatures: 4, outFeatures: 2, batches: [1, 3], seed: 72, bias: true, threads: 1, output: '' };

/** A fake library whose layers do this at every call, and the number of layers still open. */
function libraryOf(call: (batch: number) => Float32Array): { library: Library; open: () => number } {
  let layers = 0;
  const open: Library['open'] = ({ batch }): LibraryLayer => {
    layers++;
    return {
      withWeight: async () => async () => call(batch),
      close: async () => {
        layers--;
      },
    };
  };
  return { library: { name: 'A library', version: '1', backend: 'none', open }, open: () => layers };
}

async function problemOf(call: (batch: number) => Float32Array): Promise<string> {
  const { library, open } = libraryOf(call);
  const text = await recordLibrary(library, OPTIONS, '2026-11-24', () => undefined);
  expect(open()).toBe(0);
  return text.ok ? text.value.text : text.error.message;
}

describe('recordLibrary', () => {
  it('leaves out a batch size that is not a tree, and says so; the others stay', async () => {
    const started = await stdlib(1);
    if (!started.ok) throw new Error(started.error.message);
    const odd = libraryOf((batch) => new Float32Array(2 * batch).fill(0.5)).library;
    const library: Library = { ...started.value, open: (shape) => (shape.batch === 2 ? odd : started.value).open(shape) };
    const lines: string[] = [];
    const recorded = await recordLibrary(library, { ...OPTIONS, batches: [1, 2, 3] }, '2026-11-24', (line) => lines.push(line));
    if (!recorded.ok) throw new Error(recorded.error.message);
    expect(recorded.value.leftOut).toEqual([2]);
    expect(lines[1]).toMatch(/^batch 2 is not written: Output 0: /);
    const read = parseRecording(recorded.value.text);
    expect(read.ok && read.value.calls.map(({ batch }) => batch)).toEqual([1, 3]);
  });

  it('says at which batch size a library failed, and with what', async () => {
    const failing = (): Float32Array => {
      throw new Error('out of memory');
    };
    expect(await problemOf(failing)).toBe('There is nothing to write. Batch 1: The library failed: out of memory');
  });

  it('says at which batch size the sums are not a tree', async () => {
    expect(await problemOf((batch) => new Float32Array(2 * batch).fill(0.5))).toMatch(/^There is nothing to write\. Batch 1: Output 0: .* it returned 0\.5,/);
  });
});
