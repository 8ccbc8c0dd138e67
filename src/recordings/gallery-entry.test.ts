import { describe, expect, it } from 'vitest';
import { gallery } from '../../scripts/gallery';
import { simulatedRecording, TILED } from '../testing/simulated-recording';
import type { GalleryEntry } from './gallery-entry';
import { commonEntries, compareEntries, galleryEntry, sameNumbers } from './gallery-entry';

const ENTRIES = gallery().map(({ name, recording }) => galleryEntry(name, recording));

/** "PyTorch 2.13.0+cpu" */
const namesOf = (entries: readonly GalleryEntry[]): string[] => [...new Set(entries.map(({ library }) => `${library.name} ${library.version}`))];

describe('an entry of the gallery', () => {
  it('says what was recorded, where and when', () => {
    expect(ENTRIES.find(({ name }) => name === 'mkl-2020.4-4x8')).toMatchObject({
      recordedOn: '2026-11-23',
      library: { name: 'Intel MKL', version: '2020.4', backend: 'sgemm, AVX2' },
      inFeatures: 4,
      outFeatures: 8,
      bias: true,
      batches: [1, 2, 4, 8, 16],
    });
    expect(galleryEntry('tiled', simulatedRecording(TILED)).batches).toEqual([1, 3, 17]);
  });
});

describe('the gallery', () => {
  it('is listed by library, those that most people run first, the newest version first', () => {
    expect([...ENTRIES].reverse().sort(compareEntries)).toEqual(ENTRIES);
    const names = ENTRIES.map(({ library }) => library.name);
    expect(names.filter((name, i) => name !== names[i - 1])).toEqual([...new Set(names)]);
    expect(namesOf(ENTRIES).slice(0, 5)).toEqual([expect.stringMatching(/^PyTorch 2/), expect.stringMatching(/^PyTorch 1/), expect.stringMatching(/^NumPy 2/), expect.stringMatching(/^NumPy 1/), expect.stringMatching(/^JAX /)]);
  });

  it('has one recording of each of the common libraries, on one thread and of all rows', () => {
    const common = commonEntries(ENTRIES.filter(({ inFeatures, outFeatures }) => inFeatures === 768 && outFeatures === 768));
    expect(common.map(({ library }) => library.name)).toEqual(['PyTorch', 'NumPy', 'JAX', 'TensorFlow', 'ONNX Runtime']);
    expect(common.map(({ machine, allRows }) => [machine.threads, allRows])).toEqual(Array(5).fill([1, true]));
  });

  it('knows which were made on the same numbers', () => {
    const numbers = (name: string) => ENTRIES.find((one) => one.name === name)!.numbers;
    expect(sameNumbers(numbers('pytorch-2.13-mkl-768x768'), numbers('jax-0.10-768x768'))).toBe(true);
    expect(sameNumbers(numbers('pytorch-2.13-mkl-768x768'), numbers('mkl-2020.4-768x768'))).toBe(false);
    expect(sameNumbers({ kind: 'inline' }, { kind: 'inline' })).toBe(false);
  });
});
