import { describe, expect, it } from 'vitest';
import { RecentlyUsed } from './recently-used';

const bytes = (count: number): Float32Array[] => [new Float32Array(count / 4)];
const room = (mostBytes: number, mostEntries?: number) => new RecentlyUsed<Float32Array[]>((arrays) => arrays.reduce((sum, { byteLength }) => sum + byteLength, 0), mostBytes, mostEntries);

describe('what was used recently', () => {
  it('stays within its bytes, and what was unused for longest goes first', () => {
    const kept = room(100);
    kept.set('a', bytes(40));
    kept.set('b', bytes(40));
    expect(kept.get('a')).toHaveLength(1);
    kept.set('c', bytes(40));
    expect(['a', 'b', 'c'].map((key) => kept.get(key) !== undefined)).toEqual([true, false, true]);
    // A key that is set again counts once.
    for (let i = 0; i < 10; i++) kept.set('a', bytes(40));
    expect(kept.get('c')).toBeDefined();
  });

  it('is not kept where it is larger than all of the room', () => {
    const kept = room(100);
    kept.set('a', bytes(400));
    expect(kept.get('a')).toBeUndefined();
    kept.set('b', bytes(100));
    expect(kept.get('b')).toBeDefined();
  });

  it('stays within a number of entries', () => {
    const kept = room(1000, 2);
    for (const key of ['a', 'b', 'c']) kept.set(key, bytes(4));
    expect(['a', 'b', 'c'].map((key) => kept.get(key) !== undefined)).toEqual([false, true, true]);
  });
});
