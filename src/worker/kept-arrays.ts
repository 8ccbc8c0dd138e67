import type { Kept } from '../experiments/workshop';
import type { Outputs } from '../linear/run-plan';
import { RecentlyUsed } from '../recently-used';

/** Room for a thousand rows of 768 → 768 with their references. */
const MOST_BYTES = 24 * 2 ** 20;

/** The arrays that a worker keeps for its experiments. */
export class KeptArrays implements Kept {
  private readonly arrays: RecentlyUsed<readonly Outputs[]>;

  constructor(mostBytes = MOST_BYTES) {
    this.arrays = new RecentlyUsed(mostBytes);
  }

  get(key: string): readonly Outputs[] | undefined {
    return this.arrays.get(key);
  }

  set(key: string, arrays: readonly Outputs[]): void {
    this.arrays.set(key, arrays, arrays.reduce((sum, { byteLength }) => sum + byteLength, 0));
  }
}
