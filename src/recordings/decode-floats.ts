import type { ParseError, Result } from '../lib/result';
import { fail, ok } from '../lib/result';

const PADDING = 0x3d;

/** The six bits of each character; 255 for a character outside the alphabet (RFC 4648, section 4). */
const SIX_BITS = new Uint8Array(128).fill(255);
[...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].forEach((character, bits) => {
  SIX_BITS[character.charCodeAt(0)] = bits;
});

/**
 * Decodes base64 of exactly `count` little-endian float32 values; every bit pattern is kept, NaN payloads too. Strict:
 * no white space, no other alphabet, padding where it belongs. The length is checked before anything is allocated.
 * Uses neither `atob`, which is slow on tens of megabytes, nor `Buffer`, which browsers lack.
 */
export function decodeFloats(text: string, count: number): Result<Float32Array, ParseError> {
  const bytes = 4 * count;
  const length = 4 * Math.ceil(bytes / 3);
  if (text.length !== length) {
    return fail({ message: `has ${text.length} characters of base64, but ${count} float32 values take ${length}` });
  }
  // Decodes whole groups of four characters; the bytes from padding are cut off below.
  const decoded = new Uint8Array((length / 4) * 3);
  const padded = length - (3 * (length / 4) - bytes);
  let to = 0;
  for (let at = 0; at < length; at += 4) {
    const a = sixBits(text, at, padded);
    const b = sixBits(text, at + 1, padded);
    const c = sixBits(text, at + 2, padded);
    const d = sixBits(text, at + 3, padded);
    if ((a | b | c | d) > 63) return fail(illegalCharacter(text, at, padded));
    decoded[to++] = (a << 2) | (b >> 4);
    decoded[to++] = (b << 4) | (c >> 2);
    decoded[to++] = (c << 6) | d;
  }
  // Typed arrays use the machine's byte order; every machine that runs a browser is little-endian.
  return ok(new Float32Array(decoded.buffer.slice(0, bytes)));
}

/** The value of one character: 0 for padding in its place (from `padded` on), 255 for anything invalid. */
function sixBits(text: string, at: number, padded: number): number {
  const code = text.charCodeAt(at);
  if (at >= padded) return code === PADDING ? 0 : 255;
  return code < 128 ? SIX_BITS[code]! : 255;
}

function illegalCharacter(text: string, from: number, padded: number): ParseError {
  let at = from;
  while (sixBits(text, at, padded) <= 63) at++;
  return { message: `is not base64 at character ${at + 1}`, position: at };
}
