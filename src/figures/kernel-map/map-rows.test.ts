import { layerTitle } from '../../lib/words';
import { describe, expect, it } from 'vitest';
import { gallery } from '../../../scripts/gallery';
import { galleryRecording } from '../../experiments/gallery-recording.fixture';
import { galleryEntry } from '../../recordings/gallery-entry';
import type { Recording } from '../../recordings/recording';
import { simulatedRecording, TILED } from '../../testing/simulated-recording';
import type { NamedRecording } from '../../figure-parts/gallery/use-recordings';
import { orderMarks } from '../../figure-parts/order-colours';
import { alike, kernelMap, mapGroups, mapLayers, shownAtFirst, ordersKey } from './map-rows';
import { drawnSpans, labelledBatches, mapScale } from './map-scale';
import { changesText, likeFirst, LONGEST_READOUT, mapFinding, outputsText, readoutText, rowName, rowText, sharingText, titleOf, variantText } from './map-words';

function recorded(name: string): NamedRecording {
  return { name, recording: galleryRecording(name) };
}

const entryOf = ({ name, recording }: NamedRecording) => galleryEntry(name, recording);

/** Each row's batch sizes with the letters of their orders: "1:A 2:B 3:B+C". */
function lettersOf(...recordings: NamedRecording[]): string[] {
  const map = kernelMap(recordings);
  return map.rows.map(({ spans }) => spans.map(({ batch, parts }) => `${batch}:${parts.map(({ key }) => map.orders.get(key)!.mark.letter).join('+')}`).join(' '));
}

describe('kernelMap', () => {
  it('reads off where PyTorch 2.13 changes its order', () => {
    const [row] = kernelMap([recorded('pytorch-2.13-mkl-768x768')]).rows;
    expect(lettersOf(recorded('pytorch-2.13-mkl-768x768'))).toEqual(['1:A 2:B 3:B 4:C 8:C 16:C 17:C 32:C 64:C 128:C']);
    expect(changesText(row!)).toBe('between 1 and 2 and between 3 and 4');
    expect(row!.spans.map(({ until, next, opens }) => [until, next, opens])).toEqual([
      [2, 'other', true],
      [3, 'same', true],
      [4, 'other', false],
      [8, 'same', true],
      [16, 'same', false],
      [17, 'same', false],
      [32, 'same', false],
      [64, 'same', false],
      [128, 'same', false],
      [null, null, false],
    ]);
  });

  it('gives an order the same letter in every library that has it', () => {
    expect(lettersOf(recorded('mkl-2020.4-768x768'), recorded('pytorch-2.13-mkl-768x768'))).toEqual(['1:A 2:B 4:C 8:C 128:D', '1:E 2:F 3:F 4:D 8:D 16:D 17:D 32:D 64:D 128:D']);
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
    expect(row!.spans.map(({ rowsDiffer }) => rowsDiffer)).toEqual([false, false, true]);
    expect(rowText(row!)).toBe('changes between 1 and 3 and between 3 and 17; 3 orders at once at 17; rows of one call differ at 17');
    expect(row!.spans[2]!.parts.map(outputsText)).toEqual(['73 % of the outputs: in 14 of 17 rows', '21 % of the outputs: in 6 of 17 rows', '6 % of the outputs: 0–19 in 1 of 17 rows']);
  });

  it('takes two sizes for alike only if every row of the smaller call keeps its orders', () => {
    // Both sizes have the same two orders, elsewhere: rows 60 to 63 of 64 differ from those of 128.
    const [row] = kernelMap([recorded('numpy-2.4-openblas-haswell-768x768')]).rows;
    const [at64, at128] = [64, 128].map((size) => row!.spans.find(({ batch }) => batch === size)!);
    expect(ordersKey(at64!.parts)).toBe(ordersKey(at128!.parts));
    expect([at64!.next, at128!.opens, alike(at64!, at128!)]).toEqual(['other', true, false]);
    // And row 0 itself moves to another order with two threads.
    expect(changesText(kernelMap([recorded('numpy-2.4-openblas-haswell-two-threads-768x768')]).rows[0]!)).toContain('between 32 and 64');
  });

  it('knows an order that is another one but for the bias', () => {
    const map = kernelMap([recorded('pytorch-1.13-openblas-768x768'), recorded('numpy-2.4-openblas-768x768')]);
    const first = [...map.orders.values()].find(({ text }) => text.startsWith('*0..319 + b'))!;
    const twin = [...map.orders.values()].find(({ text }) => text === '*0..319 + (*320..543) + (*544..767)')!;
    expect(first.twins).toEqual([twin.mark.letter]);
    expect(twin.twins).toEqual([first.mark.letter]);
  });

  it('has a map for each layer, that with most weights first, which together show the whole gallery', () => {
    const all = gallery();
    const layers = mapLayers(all.map(entryOf));
    expect(layers.map(({ title }) => title)).toEqual(['768 → 768', '4,096 → 64', '127 → 33', '4 → 8']);
    expect(layers.flatMap(({ entries }) => entries).map(({ name }) => name).sort()).toEqual(all.map(({ name }) => name).sort());
    for (const { title, entries } of layers) {
      expect(entries.every(({ inFeatures, outFeatures }) => title === layerTitle({ inFeatures, outFeatures }))).toBe(true);
      expect(mapFinding(kernelMap(entries.map(({ name }) => recorded(name))))).toMatch(new RegExp(`^\\d+ orders? in ${entries.length} recordings?: \\d+ changes? between batch 1`));
    }
  });

  it('gives each order its own colour where there are few', () => {
    const all = gallery();
    for (const layer of mapLayers(all.map(entryOf))) {
      for (const names of [shownAtFirst(layer), layer.entries.map(({ name }) => name)]) {
        const orders = [...kernelMap(all.filter(({ name }) => names.includes(name))).orders.values()];
        if (orders.length > 8) continue;
        for (const { key, mark } of orders) expect(mark.colour).toBe(orderMarks([key]).get(key)!.colour);
      }
    }
  });

  it('begins with one recording of each of the libraries that most people run, and the reader’s own', () => {
    const own: NamedRecording = { ...recorded('stdlib-0.4-127x33'), name: 'own-mine-1' };
    const layers = mapLayers([own, ...gallery()].map(entryOf));
    expect(layers.map(shownAtFirst)).toEqual([
      ['pytorch-2.13-mkl-768x768', 'numpy-2.4-openblas-haswell-768x768', 'jax-0.10-768x768', 'tensorflow-2.21-768x768', 'onnxruntime-1.30-768x768'],
      expect.arrayContaining(['pytorch-2.13-mkl-4096x64', 'numpy-2.4-openblas-haswell-4096x64', 'jax-0.10-4096x64']),
      ['own-mine-1', 'pytorch-2.13-mkl-127x33', 'numpy-2.4-openblas-haswell-127x33', 'jax-0.10-127x33', 'tensorflow-2.21-127x33', 'onnxruntime-1.30-127x33'],
      ['pytorch-2.13-mkl-4x8', 'numpy-2.4-openblas-haswell-4x8', 'jax-0.10-4x8', 'tensorflow-2.21-4x8', 'onnxruntime-1.30-4x8'],
    ]);
  });

  it('reads by library, and tells the rows of one apart', () => {
    const own: NamedRecording = { ...recorded('pytorch-1.13-openblas-768x768'), name: 'own-mine-1' };
    const names = ['pytorch-2.13-mkl-768x768', 'pytorch-2.13-mkl-two-threads-768x768', 'pytorch-1.13-openblas-avx512-768x768', 'numpy-2.4-openblas-768x768'];
    expect(mapGroups(kernelMap([own, ...names.map(recorded)])).map(({ title, rows }) => [title, rows.map((row) => Object.values(variantText(row)).join(' | '))])).toEqual([
      ['Your file: PyTorch', ['1.13.0a0 | OpenBLAS 0.3.21, row 0 alone']],
      ['PyTorch', ['2.13.0+cpu | Intel MKL 2024.2-Product', '2.13.0+cpu | Intel MKL 2024.2-Product, 2 threads', '1.13.0a0 | OpenBLAS 0.3.21, Cooperlake kernels, AVX-512, row 0 alone']],
      ['NumPy', ['2.4.6 | OpenBLAS 0.3.31, no bias, row 0 alone']],
    ]);
  });

  it('marks the reader’s own row as theirs', () => {
    const own: NamedRecording = { ...recorded('onnxruntime-web-1.30-gemm-127x33'), name: 'own-mine-1' };
    const map = kernelMap([own, recorded('tfjs-4.22-wasm-127x33')]);
    expect(map.rows.map(titleOf)).toEqual(['Your file: ONNX Runtime Web 1.30.0', 'TensorFlow.js 4.22.0']);
    expect(mapFinding(map)).toContain('Your file: ONNX Runtime Web 1.30.0');
  });

  it('says who keeps one order throughout, and how many of a library’s recordings where not all do', () => {
    const { name, recording } = recorded('pytorch-1.13-openblas-768x768');
    const steady: Recording = { ...recording, calls: recording.calls.filter(({ batch }) => batch <= 8) };
    const map = kernelMap([{ name, recording: steady }]);
    expect(rowText(map.rows[0]!)).toBe('one order from 1 to 8');
    expect(mapFinding(map)).toBe(`1 order in 1 recording: 0 change between batch 1 and the next recorded size, 0 at a larger one. 1 keeps one order throughout: ${recording.library.name} ${recording.library.version}.`);
    const both = kernelMap([{ name, recording: steady }, { name: 'as recorded', recording }]);
    expect(mapFinding(both)).toMatch(/ 1 keeps one order throughout: PyTorch 1\.13\.0a0 \(1 of its 2\)\.$/);
    expect(mapFinding(kernelMap([{ name, recording }]))).toMatch(/ None keeps one order throughout\.$/);
  });

  it('names the backend where a library has several rows', () => {
    const { rows } = kernelMap(['tfjs-4.22-wasm-127x33', 'onnxruntime-web-1.30-gemm-127x33', 'onnxruntime-web-1.30-matmul-127x33'].map(recorded));
    expect(rows.map((row) => rowName(row, rows))).toEqual(['TensorFlow.js 4.22.0', 'ONNX Runtime Web 1.30.0 (WebAssembly, Gemm, weights constant)', 'ONNX Runtime Web 1.30.0 (WebAssembly, MatMul + Add, weights constant)']);
  });

  it('names formats where a library has several rows with one backend', () => {
    const { name, recording } = recorded('tfjs-4.22-wasm-127x33');
    const short: Recording = { ...recording, operation: { ...recording.operation, dtype: 'bfloat16', output: 'bfloat16' } };
    const { rows } = kernelMap([{ name, recording }, { name: 'short', recording: short }]);
    const [plain, other] = rows.map((row) => rowName(row, rows));
    expect(other).toBe(plain!.replace(/\)$/, ', bfloat16)'));
    expect(other).not.toBe(plain);
  });

  it('says which batch sizes share an order, and which are added up like batch 1', () => {
    const [mkl, openblas] = ['pytorch-2.13-mkl-768x768', 'pytorch-1.13-openblas-768x768'].map((name) => kernelMap([recorded(name)]).rows[0]!);
    expect(sharingText(mkl!)).toBe('1 has an order to itself; 2 and 3 share one; 4, 8, 16, 17, 32, 64 and 128 share one');
    expect(likeFirst(mkl!, [2, 4, 128])).toEqual([]);
    expect(likeFirst(openblas!, [2, 4, 16, 128])).toEqual([2, 4]);
  });
});

describe('the readout', () => {
  const readout = (name: string, batch: number): string => {
    const map = kernelMap([recorded(name)]);
    const [row] = map.rows;
    return readoutText({ row: row!, span: row!.spans.find((span) => span.batch === batch)! }, map);
  };

  it('says in a sentence what to see in a row', () => {
    expect(readout('pytorch-2.13-mkl-768x768', 4)).toBe('As recorded, PyTorch 2.13 adds up 1 row in one order, 2 and 3 rows in another and 4 to 128 rows in a third; where the colour changes, digits can change. 4 rows: order C.');
    expect(readout('onnxruntime-1.30-768x768', 1)).toBe('As recorded, ONNX Runtime 1.30 adds up 1 to 128 rows in the same order, with the same digits. 1 row: order A.');
    expect(readout('pytorch-1.13-openblas-avx512-4x8', 4)).toBe('As recorded, PyTorch 1.13 adds up row 0 of calls of 1 to 16 rows in the same order, with the same digits. 4 rows: order A; row 0 alone is known.');
    expect(readout('numpy-2.4-openblas-haswell-768x768', 128)).toBe('As recorded, NumPy 2.4 adds up 1 row in one order, 2 and 3 rows in another, 4 rows in a third and 8 to 128 rows in 2 orders at once. 128 rows: orders C and B; rows of this call differ.');
    expect(readout('tensorflow-2.21-768x768', 32)).toBe('As recorded, TensorFlow 2.21 changes its orders 7 times from 1 to 128 rows; where the colour changes, digits can change. 32 rows: orders D and B; rows of this call differ.');
  });

  it('is short at every place of every map', () => {
    for (const { entries } of mapLayers(gallery().map(entryOf))) {
      const map = kernelMap(entries.map(({ name }) => recorded(name)));
      for (const row of map.rows) {
        for (const span of row.spans) {
          const text = readoutText({ row, span }, map);
          expect(text.length, text).toBeLessThanOrEqual(LONGEST_READOUT);
          expect(text).toContain(row.library.name);
        }
      }
    }
  });
});

describe('the map’s axis', () => {
  const map = kernelMap(['pytorch-2.13-mkl-127x33', 'tensorflow-2.21-127x33', 'onnxruntime-web-1.30-gemm-127x33'].map(recorded));
  const scale = mapScale(map);

  it('has an equal step for every recorded size, solid up to the next one where no number lies between', () => {
    expect(map.batches).toEqual([1, 2, 3, 4, 8, 16, 17, 32, 64, 128]);
    expect(map.batches.map((batch) => Math.round(100 * scale.at(batch)))).toEqual([0, 10, 20, 30, 40, 50, 60, 70, 80, 90]);
    expect(map.batches.filter((batch) => scale.sureTo(batch) - scale.at(batch) > 0.09)).toEqual([1, 2, 3, 16, 128]);
  });

  it.each([260, 314, 700])('has no labels or letters that touch on %d pixels, and no span without width', (length) => {
    expect(labelledBatches(scale, length)).toEqual(length > 300 ? map.batches : expect.arrayContaining([1]));
    for (const row of map.rows) {
      const drawn = drawnSpans(map, row, scale, length, 44);
      const written = drawn.filter(({ letters }) => letters !== '');
      for (const [i, { from, letters }] of written.entries()) expect(from + 7 * letters.length).toBeLessThan(written[i + 1]?.from ?? length + 44);
      for (const { width, sure } of drawn) expect(Math.min(width, sure)).toBeGreaterThan(9);
    }
  });
});
