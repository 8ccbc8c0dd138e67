import { describe, expect, it } from 'vitest';
import { partChunk } from './part-chunk';

const MANIFEST = { parts: { heatmap: 'h.js', lab: 'l.js' }, presets: { stripes: 'heatmap' } };

describe('the script that an address asks for', () => {
  it.each([
    ['figure=lab', 'l.js'],
    ['preset=stripes', 'h.js'],
    ['figure=lab&preset=stripes', 'l.js'],
    ['figure=nothing&preset=stripes', undefined],
    ['', undefined],
    ['figure=toString', undefined],
    ['figure=__proto__', undefined],
    ['preset=constructor', undefined],
  ])('%s: %s', (query, chunk) => {
    expect(partChunk(MANIFEST, new URLSearchParams(query))).toBe(chunk);
  });
});
