import phrases from 'virtual:phrases';
import { describe, expect, it } from 'vitest';
import { isFigureId } from './figure-settings';
import { readPhrase } from './phrase';

describe('phrases of the text', () => {
  it.each([...phrases])('“$words”: $figure is set to $set', ({ figure, set }) => {
    if (!isFigureId(figure)) throw new Error(`There is no figure called ${figure}.`);
    expect(Object.keys(readPhrase(figure, set))).toHaveLength(set.split('&').length);
  });

  it('set what links would, as the figure keeps it', () => {
    expect(readPhrase('sum-of-three', 'abc=0.1,0.2,0.3')).toEqual({ numbers: [0.1, 0.2, 0.3].map(Math.fround) });
    expect(readPhrase('heatmap', 'unit=ulp&cell=')).toEqual({ unit: 'ulp', cell: null });
  });

  it('that say what can’t be read are errors of the text', () => {
    for (const wrong of ['unit=feet', 'units=ulp', 'cell=4']) expect(() => readPhrase('heatmap', wrong)).toThrow('A phrase can’t set');
  });
});
