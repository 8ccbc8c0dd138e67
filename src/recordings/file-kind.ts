import { markedEncoding } from '../lib/file-text';
import { LIMITS } from '../lib/limits';

/** The number of leading bytes that `notARecording` looks at. */
export const HEAD_BYTES = 16;

/** Leading bytes of files that are dropped by mistake. */
const KINDS: readonly { readonly bytes: readonly number[]; readonly what: string }[] = [
  { bytes: [0x50, 0x4b, 0x03, 0x04], what: 'an archive, as torch.save and numpy.savez write' },
  { bytes: [0x80, 0x02], what: 'a Python pickle, as old versions of torch.save write' },
  { bytes: [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59], what: 'a NumPy array (.npy)' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], what: 'a PNG image' },
  { bytes: [0xff, 0xd8, 0xff], what: 'a JPEG image' },
  { bytes: [0x47, 0x49, 0x46, 0x38], what: 'a GIF image' },
  { bytes: [0x52, 0x49, 0x46, 0x46], what: 'an image or a sound' },
  { bytes: [0x25, 0x50, 0x44, 0x46], what: 'a PDF' },
  { bytes: [0x1f, 0x8b], what: 'compressed with gzip' },
  { bytes: [0x7f, 0x45, 0x4c, 0x46], what: 'a program' },
];

/**
 * What a file is if its size or its first bytes rule out a recording; null if it may be one.
 *
 * @param head the first `HEAD_BYTES` bytes, or all of a shorter file
 */
export function notARecording(name: string, size: number, head: Uint8Array): string | null {
  if (size === 0) return `${name} is empty.`;
  const kind = KINDS.find(({ bytes }) => bytes.every((byte, i) => head[i] === byte));
  if (kind !== undefined) return `${name} is ${kind.what}; a recording is the JSON file that the recorder writes.`;
  if (head.includes(0) && markedEncoding(head) === null) return `${name} is not text; a recording is the JSON file that the recorder writes.`;
  if (size > LIMITS.recordingBytes) return `${name} has ${Math.ceil(size / 2 ** 20)} MB; recordings of at most ${LIMITS.recordingBytes / 2 ** 20} MB are read.`;
  return null;
}
