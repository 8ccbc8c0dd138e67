import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitting, wrapped } from './card-svg';

const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1 }).map((all) => all.join(' '));

describe('the text of a card', () => {
  it('is put into lines of so many letters, no word lost', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 12, max: 40 }), (text, letters) => {
        const lines = wrapped(text, letters);
        expect(lines.join(' ')).toBe(text);
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(letters);
      }),
    );
  });

  it('ends with a whole sentence, whatever room there is', () => {
    expect(fitting(['One two. Three four five. Six.'], 10, 2)).toEqual(['One two.']);
    expect(fitting(['One two. Three four five. Six.'], 10, 3)).toEqual(['One two.', 'Three four', 'five. Six.']);
    expect(fitting(['One two.', 'Three.'], 20, 1)).toEqual(['One two. Three.']);
  });
});
