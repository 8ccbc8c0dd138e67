import { describe, expect, it } from 'vitest';
import { KeptArrays } from './kept-arrays';

const bytes = (count: number): Float32Array[] => [new Float32Array(count / 4)];

describe('kept arrays', () => {
  it('stay within their bytes, and what was unused for longest goes first', () => {
    const kept = new KeptArrays(100);
    kept.set('a', bytes(40));
    kept.set('b', bytes(40));
    expect(kept.get('a')).toHaveLength(1);
    kept.set('c', bytes(40));
    expect(['a', 'b', 'c'].map((key) => kept.get(key) !== undefined)).toEqual([true, false, true]);
    // Put anew, they are counted once.
    for (let i = 0; i < 10; i++) kept.set('a', bytes(40));
    expect(kept.get('c')).toBeDefined();
  });

  it('are not kept where they are larger than all of the room', () => {
    const kept = new KeptArrays(100);
    kept.set('a', bytes(400));
    expect(kept.get('a')).toBeUndefined();
    kept.set('b', bytes(100));
    expect(kept.get('b')).toBeDefined();
  });
});
