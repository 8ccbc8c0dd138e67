import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { galleryRecording } from './gallery-recording.fixture';
import { isFlagged, judgeKind, judged } from './judge-cases.fixture';
import { DATA_KINDS } from './judge-data.fixture';
import { layerOf } from '../recordings/recording-layer';

/** `npx tsx scripts/judge-table.ts` prints the whole table. */
describe('changes of order and bugs', () => {
  let tables: ReturnType<typeof judgeKind>[];

  beforeAll(() => {
    tables = DATA_KINDS.flatMap((kind, at) => [2 + at, 40 - 5 * at].map((K) => judgeKind(kind, K, 20, 20 + K, (at + K) % 3 !== 0, 'some')));
  });

  it('no true change of order is called more than normal', () => {
    const above = tables.flatMap(({ changes }) => changes).filter(({ bySigma, byOutputs }) => isFlagged(bySigma) || isFlagged(byOutputs) || bySigma === 'no-scale');
    expect(above).toEqual([]);
  });

  it('four of five bugs that exceed what orders do are flagged, with x and W and without', () => {
    const exceeding = tables.flatMap(({ bugs }) => bugs).filter(({ exceeds }) => exceeds);
    expect(exceeding.length).toBeGreaterThan(400);
    expect(exceeding.filter(({ bySigma }) => isFlagged(bySigma)).length).toBeGreaterThan(0.9 * exceeding.length);
    expect(exceeding.filter(({ byOutputs }) => isFlagged(byOutputs)).length).toBeGreaterThan(0.8 * exceeding.length);
  });

  it('no recorded library is called more than normal against itself', () => {
    const names = readdirSync(new URL('../../public/recordings', import.meta.url)).filter((file) => /-(4x8|127x33)\.json$/.test(file));
    expect(names.length).toBeGreaterThan(15);
    for (const file of names) {
      const recording = galleryRecording(file.replace('.json', ''));
      const layer = { ...layerOf(recording), rows: 1 };
      const results = recording.outputs.filter(({ row }) => row === 0);
      for (const { values, batch } of results.slice(1)) {
        const { bySigma, byOutputs } = judged(`${file}, batch ${batch}`, 'torch', { ...layer, x: layer.x.slice(0, layer.inFeatures) }, results[0]!.values, values);
        expect(['equal', 'normal'], `${file}, batch ${batch}`).toContain(bySigma);
        expect(['equal', 'normal', 'no-scale'], `${file}, batch ${batch}`).toContain(byOutputs);
      }
    }
  });
});
