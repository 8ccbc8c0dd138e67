import { describe, expect, it } from 'vitest';
import { gallery } from '../../../scripts/gallery';
import { galleryRecording } from '../../experiments/gallery-recording.fixture';
import type { Recording } from '../../recordings/recording';
import { simulatedRecording, TILED } from '../../testing/simulated-recording';
import type { NamedRecording } from '../../figure-parts/gallery/use-recordings';
import { isSteady, kernelMap, mapLayers } from './map-rows';
import { changesText, likeFirst, mapFinding, outputsText, rowName, rowText, sharingText, titleOf } from './map-words';

function recorded(name: string): NamedRecording {
  return { name, recording: galleryRecording(name) };
}

/** Each row's batch sizes with the letters of their orders: "1:A 2:B 3:B+C". */
function lettersOf(...recordings: NamedRecording[]): string[] {
  const map = kernelMap(recordings);
  return map.rows.map(({ spans }) => spans.map(({ batch, parts }) => `${batch}:${parts.map(({ key }) => map.orders.get(key)!.mark.letter).join('+')}`).join(' '));
}

describe('kernelMap', () => {
  it('reads off where PyTorch 2.13 changes its order', () => {
    const [row] = kernelMap([recorded('pytorch-2.13-mkl-768x768')]).rows;
    expect(lettersOf(recorded('pytorch-2.13-mkl-768x768'))).toEqual(['1:A 2:B 3:B 4:C 8:C 128:C']);
    expect(changesText(row!)).toBe('between 1 and 2 and between 3 and 4');
    expect(row!.spans.map(({ until, next, opens }) => [until, next, opens])).toEqual([
      [2, 'other', true],
      [3, 'same', true],
      [4, 'other', false],
      [8, 'same', true],
      [128, 'same', false],
      [null, null, false],
    ]);
  });

  it('gives an order the same letter in every library that has it', () => {
    expect(lettersOf(recorded('mkl-2020.4-768x768'), recorded('pytorch-2.13-mkl-768x768'))).toEqual(['1:A 2:B 4:C 8:C 128:D', '1:E 2:F 3:F 4:D 8:D 128:D']);
  });

  it('finds stripes, and says which outputs and how many', () => {
    const map = kernelMap([recorded('pytorch-1.13-openblas-768x768')]);
    const [row] = map.rows;
    expect(lettersOf(recorded('pytorch-1.13-openblas-768x768'))).toEqual(['1:A 2:A 4:A 8:A 16:B 128:B+A']);
    expect(rowText(row!)).toBe('changes between 8 and 16 and between 16 and 128; 2 orders at once at 128');
    expect(outputsText(row!.spans.at(-1)!.parts[0]!)).toBe('8 % of the outputs: 0–7, 184–199, 376–391 and 2 more');
    expect(row!.spans.at(-1)!.parts.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  it('counts the rows in which a call uses an order', () => {
    const map = kernelMap([{ name: 'tiled', recording: simulatedRecording(TILED) }]);
    const [row] = map.rows;
    expect(row!.spans.map(({ batch, parts }) => [batch, parts.map(({ key, share }) => [map.orders.get(key)!.mark.letter, Math.round(340 * share)])])).toEqual([
      [1, [['A', 340]]],
      [3, [['B', 340]]],
      [17, [['B', 248], ['C', 72], ['A', 20]]],
    ]);
    expect(row!.spans[2]!.parts.map(outputsText)).toEqual(['73 % of the outputs: in 14 of 17 rows', '21 % of the outputs: in 6 of 17 rows', '6 % of the outputs: 0–19 in 1 of 17 rows']);
  });

  it('knows an order that is another one but for the bias', () => {
    const map = kernelMap([recorded('pytorch-1.13-openblas-768x768'), recorded('numpy-2.4-openblas-768x768')]);
    const first = [...map.orders.values()].find(({ text }) => text.startsWith('*0..319 + b'))!;
    const twin = [...map.orders.values()].find(({ text }) => text === '*0..319 + (*320..543) + (*544..767)')!;
    expect(first.twins).toEqual([twin.mark.letter]);
    expect(twin.twins).toEqual([first.mark.letter]);
  });

  it('has a map for each layer, the largest first, which together show the whole gallery', () => {
    const all = gallery();
    const layers = mapLayers(all);
    const sizes = layers.map(({ title }) => title.split(' → ').map(Number));
    expect(sizes).toEqual([...sizes].sort(([k, n], [l, m]) => l! - k! || m! - n!));
    expect(layers.flatMap(({ recordings }) => recordings).map(({ name }) => name).sort()).toEqual(all.map(({ name }) => name).sort());
    for (const { title, recordings } of layers) {
      expect(recordings.every(({ recording: { operation } }) => title === `${operation.inFeatures} → ${operation.outFeatures}`)).toBe(true);
      expect(mapFinding(kernelMap(recordings))).toMatch(new RegExp(`^${recordings.length} recordings?, \\d+ orders?\\.`));
    }
  });

  it('puts the rows that keep one order last', () => {
    const map = kernelMap(['tfjs-4.22-wasm-127x33', 'onnxruntime-web-1.30-gemm-127x33', 'onnxruntime-web-1.30-matmul-input-127x33'].map(recorded));
    expect(map.rows.map(({ name }) => name)).toEqual(['onnxruntime-web-1.30-matmul-input-127x33', 'tfjs-4.22-wasm-127x33', 'onnxruntime-web-1.30-gemm-127x33']);
    expect(map.rows.map(isSteady)).toEqual([false, true, true]);
  });

  it('puts the reader’s own row first, marked as theirs', () => {
    const own: NamedRecording = { ...recorded('onnxruntime-web-1.30-gemm-127x33'), name: 'own-mine-1' };
    const map = kernelMap([...['tfjs-4.22-wasm-127x33', 'onnxruntime-web-1.30-gemm-127x33', 'onnxruntime-web-1.30-matmul-input-127x33'].map(recorded), own]);
    expect(map.rows.map(titleOf)).toEqual(['Your file: ONNX Runtime Web 1.30.0', 'ONNX Runtime Web 1.30.0', 'TensorFlow.js 4.22.0', 'ONNX Runtime Web 1.30.0']);
    expect(mapFinding(map)).toContain('Your file: ONNX Runtime Web 1.30.0');
  });

  it('says who keeps one order throughout, and how many of a library’s recordings where not all do', () => {
    const { name, recording } = recorded('pytorch-1.13-openblas-768x768');
    const steady: Recording = { ...recording, calls: recording.calls.filter(({ batch }) => batch <= 8) };
    const map = kernelMap([{ name, recording: steady }]);
    expect(rowText(map.rows[0]!)).toBe('one order from 1 to 8');
    expect(mapFinding(map)).toBe(`1 recording, 1 order. 0 of the 1 change their order between batch 1 and the next recorded size; 0 change it at a larger size. 1 keeps one order throughout: ${recording.library.name} ${recording.library.version}.`);
    const both = kernelMap([{ name, recording: steady }, { name: 'as recorded', recording }]);
    expect(mapFinding(both)).toMatch(/ 1 keeps one order throughout: PyTorch 1\.13\.0a0 \(1 of its 2\)\.$/);
    expect(mapFinding(kernelMap([{ name, recording }]))).toMatch(/ None keeps one order throughout\.$/);
  });

  it('names the backend where a library has several rows', () => {
    const { rows } = kernelMap(['tfjs-4.22-wasm-127x33', 'onnxruntime-web-1.30-gemm-127x33', 'onnxruntime-web-1.30-matmul-127x33'].map(recorded));
    expect(rows.map((row) => rowName(row, rows))).toEqual(['TensorFlow.js 4.22.0', 'ONNX Runtime Web 1.30.0 (WebAssembly, Gemm, weights constant)', 'ONNX Runtime Web 1.30.0 (WebAssembly, MatMul + Add, weights constant)']);
  });

  it('says which batch sizes share an order, and which are added up like batch 1', () => {
    const [mkl, openblas] = ['pytorch-2.13-mkl-768x768', 'pytorch-1.13-openblas-768x768'].map((name) => kernelMap([recorded(name)]).rows[0]!);
    expect(sharingText(mkl!)).toBe('1 has an order to itself; 2 and 3 share one; 4, 8 and 128 share one');
    expect(likeFirst(mkl!, [2, 4, 128])).toEqual([]);
    expect(likeFirst(openblas!, [2, 4, 16, 128])).toEqual([2, 4]);
  });
});
