import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { gallery } from '../../scripts/gallery';
import type { PartId } from '../share/figure-settings';
import { presetNamed, presetValues } from '../share/presets';
import { cardSvg } from './card-svg';
import { OfflineRunner } from './offline-runner';
import { palettesOf } from './palette';
import { partPoster } from './part-poster';
import type { Poster } from './poster';

const runner = await OfflineRunner.open(gallery());

/** Computed here; e2e/posters.spec.ts looks at all that the build has made. */
function posterOf(part: PartId, preset?: string): Poster {
  return partPoster(part, presetValues(part, preset === undefined ? undefined : presetNamed(preset)), runner);
}

const findingOf = (part: PartId, preset?: string): readonly string[] => posterOf(part, preset).finding;

describe('posters', () => {
  it('find what is known of the thread, of the stripes and of three numbers', () => {
    expect(findingOf('thread')[0]).toContain('5 of 5 printed numbers');
    expect(findingOf('thread', 'linear-768')[0]).toContain('30 of 30 printed numbers');
    expect(findingOf('heatmap', 'stripes').join(' ')).toContain('60 at batch 128. At 128 rows all 60 are among the 64 that a second order adds up.');
    expect(findingOf('sum-of-three').join(' ')).toContain('(a + b) + c = 1, a + (b + c) = 0');
    expect(findingOf('tensor-core').join(' ')).toContain('A V100 gives 0; the exact sum is −0.875.');
  });
});

describe('what presets say of themselves', () => {
  it('holds for three tenths: in float64 the brackets matter, in float32 they don’t; and for three others they do', () => {
    expect(0.1 + 0.2 + 0.3).not.toBe(0.1 + (0.2 + 0.3));
    expect(findingOf('sum-of-three', 'tenths')[0]).toBe('Both ways give the same bits.');
    expect(findingOf('sum-of-three', 'tenths-apart')[0]).toBe('The two ways differ.');
  });

  it('holds for the two kernels: partial sums side by side, then blocks', () => {
    const [alone, together] = findingOf('walks', 'two-kernels');
    expect(alone).toMatch(/^Batch 1: 4 partial sums side by side/);
    expect(together).toMatch(/^Batch 4: 4 blocks along K/);
  });

  it('holds for TF32 and for bfloat16', () => {
    expect(findingOf('verdict', 'tf32')[0]).toContain('larger than usual');
    expect(findingOf('depth', 'bfloat16').at(-1)).toContain('far more than what the order changes');
  });

  it('holds for two GPUs: other digits on each', () => {
    const [agree, differ] = findingOf('lab', 'two-gpus');
    expect(agree).toContain('batches 1, 2, 4 and 8; batches 16 and 128');
    expect(differ).toMatch(/^The same numbers and the same code on A100: [1-9]\d* of 768 outputs differ at batches 1, 2, 4 and 8 and [1-9]\d* at batches 16 and 128\.$/);
  });
});

describe('a card', () => {
  it.each([
    ['sum-of-three', 'tenths'],
    ['heatmap', 'stripes'],
    ['verdict', 'tf32'],
  ] as const)('of %s has its title, a finding, and no colour that its renderer does not know', (part, preset) => {
    const { finding, drawing } = posterOf(part, preset);
    const { light } = palettesOf(readFileSync('src/ui/theme.css', 'utf8'));
    const svg = cardSvg({ title: presetNamed(preset)!.title, sentences: finding, drawing }, light);
    expect(svg).not.toMatch(/var\(|NaN|class=/);
    expect(svg).toContain(`>${finding[0]!.slice(0, 8)}`);
  });
});
