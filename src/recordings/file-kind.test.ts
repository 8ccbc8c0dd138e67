import { describe, expect, it } from 'vitest';
import { notARecording } from './file-kind';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

describe('files that are no recordings', () => {
  it.each([
    ['layer.pt', bytes('PK\u0003\u0004archive/data'), 'layer.pt is an archive, as torch.save and numpy.savez write; a recording is the JSON file that the recorder writes.'],
    ['old.pt', Uint8Array.of(0x80, 0x02, 0x8a), 'old.pt is a Python pickle, as old versions of torch.save write; a recording is the JSON file that the recorder writes.'],
    ['shot.png', bytes('\u0089PNG\r\n'), 'shot.png is a PNG image; a recording is the JSON file that the recorder writes.'],
    ['w.npy', bytes('\u0093NUMPY\u0001'), 'w.npy is a NumPy array (.npy); a recording is the JSON file that the recorder writes.'],
    ['x.bin', Uint8Array.of(1, 2, 0, 3), 'x.bin is not text; a recording is the JSON file that the recorder writes.'],
  ])('%s', (name, head, sentence) => {
    expect(notARecording(name, 1000, head)).toBe(sentence);
  });

  it('are told by their size', () => {
    expect(notARecording('a.json', 0, new Uint8Array(0))).toBe('a.json is empty.');
    expect(notARecording('a.json', 97 * 2 ** 20, bytes('{'))).toBe('a.json has 97 MB; recordings of at most 96 MB are read.');
  });

  it('are not what begins as text', () => {
    expect(notARecording('a.json', 20, bytes('{ "format": "summ'))).toBeNull();
    expect(notARecording('notes.txt', 20, bytes('hello'))).toBeNull();
    expect(notARecording('marked.json', 20, bytes('\u00ef\u00bb\u00bf{ }'))).toBeNull();
    expect(notARecording('powershell.json', 20, bytes('\u00ff\u00fe{\0 \0}\0'))).toBeNull();
  });
});
