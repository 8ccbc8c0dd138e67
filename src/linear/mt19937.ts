/**
 * The Mersenne Twister MT19937 (Matsumoto and Nishimura, ACM TOMACS 8(1), 1998) with the 32-bit `init_genrand`
 * seeding: PyTorch's CPU generator. Equal seeds give equal draws everywhere; nothing here is approximate.
 */
const N = 624;
const M = 397;
const UPPER = 0x80000000 | 0;
const LOWER = 0x7fffffff;
const MATRIX = 0x9908b0df | 0;

export class Mt19937 {
  private readonly state = new Int32Array(N);
  private next = N;

  /** @param seed 0 … 2³²−1; only the low 32 bits are used, as PyTorch does. */
  constructor(seed: number) {
    const state = this.state;
    let previous = seed | 0;
    state[0] = previous;
    for (let i = 1; i < N; i++) {
      previous = (Math.imul(1812433253, previous ^ (previous >>> 30)) + i) | 0;
      state[i] = previous;
    }
  }

  /** The next 32 random bits as 0 … 2³²−1. */
  nextUint32(): number {
    return this.nextInt32() >>> 0;
  }

  /** A float32 as PyTorch draws it on the CPU: the low 24 bits of one output, times 2⁻²⁴; in [0, 1) and exact. */
  nextFloat24(): number {
    return (this.nextInt32() & 0xffffff) * 2 ** -24;
  }

  /** The next 32 random bits as a signed integer. */
  nextInt32(): number {
    if (this.next === N) this.refill();
    let y = this.state[this.next++] as number;
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return y ^ (y >>> 18);
  }

  /** The next N words of state. Written without a branch on random bits, which no processor can predict. */
  private refill(): void {
    const state = this.state;
    let word = state[0] as number;
    for (let i = 0; i < N - 1; i++) {
      const following = state[i + 1] as number;
      const y = (word & UPPER) | (following & LOWER);
      state[i] = (state[i < N - M ? i + M : i + M - N] as number) ^ (y >>> 1) ^ (-(y & 1) & MATRIX);
      word = following;
    }
    const y = (word & UPPER) | ((state[0] as number) & LOWER);
    state[N - 1] = (state[M - 1] as number) ^ (y >>> 1) ^ (-(y & 1) & MATRIX);
    this.next = 0;
  }
}
