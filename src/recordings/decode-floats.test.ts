import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeFloats } from './decode-floats';

const encode = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

describe('decodeFloats', () => {
  it('gives back every bit of any float32 values, NaN payloads too', () => {
    fc.assert(
      fc.property(fc.uint32Array({ maxLength: 50 }), (bits) => {
        const decoded = decodeFloats(encode(new Uint8Array(bits.buffer, bits.byteOffset, bits.byteLength)), bits.length);
        expect(decoded.ok && new Uint32Array(decoded.value.buffer)).toEqual(new Uint32Array(bits));
      }),
    );
  });

  it('refuses a text of another length and says what would fit', () => {
    expect(decodeFloats('AAAAAA==', 2)).toEqual({
      ok: false,
      error: { message: 'has 8 characters of base64, but 2 float32 values take 12' },
    });
  });

  it.each([
    ['AAAA*A==', 5],
    ['AAAAA\u0000==', 6],
    ['\nAAAAA==', 1],
    ['AAAAA-==', 6],
    ['AAAAé===', 5],
    ['AAAAAA=A', 8],
    ['AAAAAAAA', 7],
    ['AAAAA===', 6],
    ['=AAAAA==', 1],
  ])('refuses %j and names character %i', (text, character) => {
    const decoded = decodeFloats(text, 1);
    expect(decoded).toEqual({ ok: false, error: { message: `is not base64 at character ${character}`, position: character - 1 } });
  });
});
