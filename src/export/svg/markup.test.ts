import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { element, escapeXml, numberText } from './markup';

describe('SVG as text', () => {
  it('writes elements, lengths to a hundredth, and leaves out attributes without a value', () => {
    expect(element('rect', { x: 1 / 3, y: -0, rx: undefined, fill: '#fff' })).toBe('<rect x="0.33" y="0" fill="#fff"/>');
    expect(element('g', {}, element('path', { d: 'M0,0' }))).toBe('<g><path d="M0,0"/></g>');
    expect([1e-9, 12.345, -2.999].map(numberText)).toEqual(['0', '12.35', '-3']);
  });

  it('escapes what would be markup, in text and attributes', () => {
    expect(escapeXml('<script>"&"</script>')).toBe('&lt;script&gt;&quot;&amp;&quot;&lt;/script&gt;');
    expect(element('text', { id: '"><script>' }, escapeXml('a < b'))).toBe('<text id="&quot;&gt;&lt;script&gt;">a &lt; b</text>');
  });

  it('keeps no character that XML does not have, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) }), (one, other) => {
        const escaped = escapeXml(one + other);
        // Throws on a lone surrogate.
        expect(decodeURIComponent(encodeURIComponent(escaped))).toBe(escaped);
        // eslint-disable-next-line no-control-regex -- these are the ones
        expect(escaped).not.toMatch(/[<>"\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|&(?!amp;|lt;|gt;|quot;)/);
      }),
    );
  });
});
