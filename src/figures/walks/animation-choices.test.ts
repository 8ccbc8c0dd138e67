import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { printOrder } from '../../orders/print-order';
import { parseRecording } from '../../recordings/parse-recording';
import type { NamedRecording } from '../../figure-parts/gallery/use-recordings';
import { galleryEntry } from '../../recordings/gallery-entry';
import { gpuRecording } from '../../testing/gpu-recording';
import { animatedLayers, animatedLibraries, besideOf } from './animation-choices';

function recorded(name: string): NamedRecording {
  const recording = parseRecording(readFileSync(new URL(`../../../public/recordings/${name}.json`, import.meta.url), 'utf8'));
  if (!recording.ok) throw new Error(recording.error.message);
  return { name, recording: recording.value };
}

const entryOf = ({ name, recording }: NamedRecording) => galleryEntry(name, recording);

describe('the libraries that can be animated', () => {
  const named = ['pytorch-2.13-mkl-4x8', 'pytorch-2.13-mkl-768x768', 'numpy-2.4-openblas-768x768', 'pytorch-1.13-openblas-768x768'].map(recorded);
  const libraries = animatedLibraries(named.map(entryOf));
  const layers = libraries.map(({ names }) => animatedLayers(named.filter(({ name }) => names.includes(name))));

  it('put the recordings of one library together and name them by the largest', () => {
    expect(libraries.map(({ id, names }) => [id, names.length])).toEqual([
      ['pytorch-2.13-mkl-768x768', 2],
      ['numpy-2.4-openblas-768x768', 1],
      ['pytorch-1.13-openblas-768x768', 1],
    ]);
  });

  it('keep the reader’s own apart from the same library of the gallery, and mark it', () => {
    const own = { ...recorded('numpy-2.4-openblas-768x768'), name: 'own-mine-1' };
    const labels = animatedLibraries([own, recorded('numpy-2.4-openblas-768x768')].map(entryOf)).map(({ id, label }) => [id, label]);
    expect(labels).toEqual([
      ['own-mine-1', expect.stringMatching(/^Your file: NumPy 2\.4\.6 \(/)],
      ['numpy-2.4-openblas-768x768', expect.stringMatching(/^NumPy 2\.4\.6 \(/)],
    ]);
  });

  it('keep formats apart, and name them and the GPU', () => {
    const simulated = ['h100-bfloat16', 'h100-tf32'].map((name) => ({ name, recording: gpuRecording(name) }));
    expect(animatedLibraries(simulated.map(entryOf)).map(({ label }) => label)).toEqual(['A simulated GPU 1 (h100, bfloat16, NVIDIA H100 (simulated))', 'A simulated GPU 1 (h100, TF32, NVIDIA H100 (simulated))']);
  });

  it('have what was recorded and, where a pattern is known, what is modelled after it', () => {
    expect(layers.map((its) => its.map(({ products, provenance }) => `${products} ${provenance}`))).toEqual([
      ['4 recorded', '64 modelled', '256 modelled', '768 recorded'],
      ['768 recorded'],
      ['64 modelled', '256 modelled', '768 recorded'],
    ]);
  });

  it('set a batch of four or more that is added up differently beside batch 1', () => {
    expect(layers.map((its) => its.map(besideOf))).toEqual([[4, 4, 4, 4], [4], [16, 16, 16]]);
  });

  it('keep both orders of a striped call', () => {
    const striped = layers[1]![0]!.calls.at(-1)!;
    expect(striped.parts.map(({ order, columns }) => [printOrder(order).slice(0, 10), columns.length])).toEqual([
      ['*0..318:2 ', 5],
      ['*0..319 + ', 4],
    ]);
  });
});
