import { layerTitle } from '../../lib/words';
import { describe, expect, it } from 'vitest';
import { gallery } from '../../../scripts/gallery';
import type { GalleryEntry } from '../../recordings/gallery-entry';
import { galleryEntry, sameNumbers } from '../../recordings/gallery-entry';
import { gpuRecording } from '../../testing/gpu-recording';
import { batchesOf, choiceLabel, coverageText, galleryGroups, matches, partnersOf } from './gallery-words';

const ENTRIES = gallery().map(({ name, recording }) => galleryEntry(name, recording));

const entry = (name: string): GalleryEntry => ENTRIES.find((one) => one.name === name)!;

describe('the list of recordings', () => {
  it('has each recording once, in one group for each library, with one line for all layers of a variant', () => {
    const groups = galleryGroups(ENTRIES);
    expect(groups.flatMap(({ variants }) => variants.flatMap(({ entries }) => entries))).toHaveLength(ENTRIES.length);
    expect(groups.map(({ title }) => title)).toEqual([...new Set(ENTRIES.map(({ library }) => library.name))]);
    const [torch] = groups[0]!.variants;
    expect([torch!.library.version, torch!.machine.threads, torch!.allRows, torch!.entries.map(layerTitle)]).toEqual([expect.stringMatching(/^2\.13/), 1, true, ['768 → 768', '4,096 → 64', '127 → 33', '4 → 8']]);
    for (const { variants } of groups) for (const { entries, allRows } of variants) expect(entries.every((one) => one.allRows === allRows)).toBe(true);
  });

  it('marks the reader’s own', () => {
    expect(galleryGroups([{ ...entry('jax-0.10-4x8'), name: 'own-mine-1' }])[0]!.title).toBe('Your file: JAX');
  });

  it('names batch sizes by layer where they differ', () => {
    const variant = (...names: string[]) => ({ ...entry(names[0]!), entries: names.map(entry) });
    expect(batchesOf(variant('jax-0.10-4x8', 'jax-0.10-768x768'))).toBe('1, 2, 3, 4, 8, 16, 17, 32, 64 and 128');
    expect(batchesOf(variant('mkl-2020.4-768x768', 'mkl-2020.4-4x8'))).toBe('768 → 768 at 1, 2, 4, 8 and 128; 4 → 8 at 1, 2, 4, 8 and 16');
  });

  it.each([
    ['', () => true],
    ['torch', (one: GalleryEntry) => one.library.name === 'PyTorch'],
    ['ONNX runtime web', (one: GalleryEntry) => one.library.name === 'ONNX Runtime Web'],
    ['numpy 2 threads', (one: GalleryEntry) => one.library.name === 'NumPy' && one.machine.threads === 2],
    ['tfjs', (one: GalleryEntry) => one.library.name === 'TensorFlow.js'],
    ['cupy', () => false],
  ] as const)('finds what “%s” means', (search, meant) => {
    expect(ENTRIES.filter((one) => matches(one, search))).toEqual(ENTRIES.filter(meant));
  });

  it('keeps formats and GPUs apart, finds them, and names them in a choice', () => {
    const simulated = ['h100-bfloat16', 'h100-tf32', 'a100-bfloat16'].map((name) => galleryEntry(name, gpuRecording(name)));
    const all = [...ENTRIES, ...simulated];
    expect(galleryGroups(simulated).map(({ variants }) => variants.length)).toEqual([3]);
    expect(all.filter((one) => matches(one, 'tf32')).map(({ name }) => name)).toEqual(['h100-tf32']);
    expect(all.filter((one) => matches(one, 'nvidia bfloat16')).map(({ name }) => name)).toEqual(['h100-bfloat16', 'a100-bfloat16']);
    expect(choiceLabel(simulated[0]!)).toBe('A simulated GPU 1, h100, bfloat16, NVIDIA H100 (simulated)');
    expect(coverageText(all)).toContain(`${all.length} recordings of float32, bfloat16 and TF32 linear layers, ${ENTRIES.length} on a CPU, 3 on a GPU: `);
    expect(coverageText(all)).toContain('Each on a CPU ran on one thread');
  });

  it('says what it covers', () => {
    const whole = ENTRIES.filter(({ allRows }) => allRows).length;
    expect(coverageText([{ ...entry('jax-0.10-4x8'), name: 'own-mine-1' }, ...ENTRIES])).toBe(
      `${ENTRIES.length} recordings of float32 linear layers on a CPU, none on a GPU: PyTorch, NumPy, JAX, TensorFlow, ONNX Runtime, Intel MKL, ONNX Runtime Web, stdlib and TensorFlow.js. Each ran on one thread, or on 2 where the list says so. In ${whole} of them all rows of each call were recorded; in the other ${ENTRIES.length - whole}, row 0 alone.`,
    );
  });
});

describe('what a recording is compared with', () => {
  it('is one of another library on the same numbers to begin with', () => {
    const { same } = partnersOf(ENTRIES[0]!, ENTRIES);
    expect([layerTitle(same[0]!), same[0]!.library.name, sameNumbers(same[0]!.numbers, ENTRIES[0]!.numbers)]).toEqual(['768 → 768', 'NumPy', true]);
  });

  it('is of its layer, those on the same numbers apart from the others', () => {
    for (const one of ENTRIES) {
      const { same, other } = partnersOf(one, ENTRIES);
      expect([...same, ...other].map(({ name }) => name).sort()).toEqual(ENTRIES.filter(({ name }) => name !== one.name).filter((two) => layerTitle(two) === layerTitle(one)).map(({ name }) => name).sort());
      expect(same.every(({ numbers, bias }) => sameNumbers(numbers, one.numbers) && bias === one.bias)).toBe(true);
    }
  });
});
