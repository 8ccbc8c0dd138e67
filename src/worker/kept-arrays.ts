import type { Kept } from '../experiments/workshop';
import type { Outputs } from '../linear/run-plan';

/** Room for a thousand rows of 768 → 768 with their references. */
const MOST_BYTES = 24 * 2 ** 20;

/** Arrays by key, within a number of bytes; what was unused for longest goes first. */
export class KeptArrays implements Kept {
  /** In the order of their last use. */
  private readonly arrays = new Map<string, readonly Outputs[]>();
  private bytes = 0;

  constructor(private readonly mostBytes = MOST_BYTES) {}

  get(key: string): readonly Outputs[] | undefined {
    const found = this.arrays.get(key);
    if (found !== undefined) {
      this.arrays.delete(key);
      this.arrays.set(key, found);
    }
    return found;
  }

  set(key: string, arrays: readonly Outputs[]): void {
    this.drop(key);
    this.arrays.set(key, arrays);
    this.bytes += bytesOf(arrays);
    for (const old of this.arrays.keys()) {
      if (this.bytes <= this.mostBytes) return;
      this.drop(old);
    }
  }

  private drop(key: string): void {
    const old = this.arrays.get(key);
    if (old === undefined) return;
    this.arrays.delete(key);
    this.bytes -= bytesOf(old);
  }
}

function bytesOf(arrays: readonly Outputs[]): number {
  return arrays.reduce((sum, { byteLength }) => sum + byteLength, 0);
}
