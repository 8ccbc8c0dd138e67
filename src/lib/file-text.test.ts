import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileText, markedEncoding } from './file-text';

const TEXT = '{ "name": "Ü, 𝜎" }';

/** UTF-16 code units as bytes, byte order mark first. */
function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 * text.length + 2));
  `\ufeff${text}`.split('').forEach((unit, i) => view.setUint16(2 * i, unit.charCodeAt(0), littleEndian));
  return new Uint8Array(view.buffer);
}

describe('the text of a file', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode(TEXT), null],
    ['UTF-8 with a byte order mark', new TextEncoder().encode(`\ufeff${TEXT}`), 'utf-8'],
    ['UTF-16, little-endian', utf16(TEXT, true), 'utf-16le'],
    ['UTF-16, big-endian', utf16(TEXT, false), 'utf-16be'],
  ])('is read from %s', (_, bytes, encoding) => {
    expect(markedEncoding(bytes)).toBe(encoding);
    expect(fileText(bytes)).toBe(TEXT);
  });

  it('is not taken for UTF-16 where the mark is that of UTF-32', () => {
    expect(markedEncoding(Uint8Array.of(0xff, 0xfe, 0, 0, 0x7b, 0, 0, 0))).toBeNull();
  });

  it('is a string, whatever the bytes', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => void expect(fileText(bytes)).toBeTypeOf('string')));
  });
});
