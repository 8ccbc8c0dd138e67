import { describe, expect, it } from 'vitest';
import { embedTable, readEmbedLink } from './embed-link';
import { readPageLink } from './page-link';
import { presetParts, PRESETS, presetValues } from './presets';
import { firstValues } from './setting-table';

describe('a preset', () => {
  // A part's requests follow from its values: with equal values, a figure, an embed and a poster show the same.
  it.each(PRESETS.flatMap((preset) => presetParts(preset).map((part) => ({ name: preset.name, preset, part }))))('$name sets $part alike on the page, in an embed and for its poster', ({ name, preset, part }) => {
    const ofPoster = presetValues(part, preset);
    const page = readPageLink(`preset=${name}`);
    expect(page.notices).toEqual([]);
    expect(page.part).toBe(preset.part);
    expect(page.parts[part]).toEqual(ofPoster);

    const embed = readEmbedLink(`figure=${part}&preset=${name}`);
    expect(embed.notices).toEqual([]);
    expect(embed.part).toBe(part);
    expect(embed.values).toEqual(firstValues(embedTable(part, preset)));
    expect(embed.values).toEqual(ofPoster);
  });

  it.each(PRESETS)('$name is shown at its own part where an embed names no other', ({ name, part }) => {
    expect(readEmbedLink(`preset=${name}`)).toEqual(readEmbedLink(`figure=${part}&preset=${name}`));
  });
});
