import { describe, expect, it } from 'vitest';
import { embedTable } from './embed-link';
import { presetOf } from './preset-of';
import { PRESETS, presetNamed } from './presets';
import { firstValues } from './setting-table';

describe('presetOf', () => {
  it('finds every preset from the values that it sets in the part it is about', () => {
    for (const preset of PRESETS) expect(presetOf(preset.part, firstValues(embedTable(preset.part, preset)))?.name).toBe(preset.name);
  });

  it('finds a preset of another part where it sets something', () => {
    const values = firstValues(embedTable('lab', presetNamed('stripes')!));
    expect(presetOf('lab', values)?.name).toBe('stripes');
  });

  it('finds none where one value is another, or where the part is as it begins', () => {
    const stripes = firstValues(embedTable('heatmap', presetNamed('stripes')!));
    expect(presetOf('heatmap', { ...stripes, unit: 'ulp' })).toBeNull();
    expect(presetOf('error-growth', firstValues(embedTable('error-growth', null)))).toBeNull();
  });
});
