/**
 * Fractional bits of the cube roots of the first 64 primes, and of the square roots of the first eight (FIPS 180-4, 4.2.2
 * and 5.3.3). Doubles have 18 bits more than these take.
 */
const PRIMES = [...Array(312).keys()].filter((n) => n > 1 && ![...Array(n).keys()].some((d) => d > 1 && n % d === 0));
const ROUND = Int32Array.from(PRIMES, (prime) => fraction(Math.cbrt(prime)));
const START = Uint32Array.from(PRIMES.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));

function fraction(root: number): number {
  return (root % 1) * 2 ** 32;
}

const BLOCK = 64;

/** SHA-256 (FIPS 180-4) of bytes that come in pieces, so that a large result can be hashed while it is computed. */
export class Sha256 {
  private readonly state = START.slice();
  private readonly words = new Int32Array(64);
  private readonly block = new Uint8Array(BLOCK);
  private readonly view = new DataView(this.block.buffer);
  private length = 0;

  update(bytes: Uint8Array): this {
    let filled = this.length % BLOCK;
    this.length += bytes.length;
    for (let at = 0; at < bytes.length; ) {
      const piece = bytes.subarray(at, at + BLOCK - filled);
      this.block.set(piece, filled);
      at += piece.length;
      filled = (filled + piece.length) % BLOCK;
      if (filled === 0) this.compress();
    }
    return this;
  }

  /** The digest as 64 hexadecimal digits in lower case. No more bytes may follow. */
  hex(): string {
    const { length } = this;
    // A one bit, zeros up to the last eight bytes of a block, and the length in bits.
    const tail = new Uint8Array(BLOCK - ((length + 8) % BLOCK) + 8);
    tail[0] = 0x80;
    const view = new DataView(tail.buffer);
    view.setUint32(tail.length - 8, Math.floor(length / 2 ** 29));
    view.setUint32(tail.length - 4, length * 8);
    this.update(tail);
    return Array.from(this.state, (word) => word.toString(16).padStart(8, '0')).join('');
  }

  private compress(): void {
    const { words: w, state } = this;
    for (let t = 0; t < 16; t++) w[t] = this.view.getInt32(4 * t);
    for (let t = 16; t < 64; t++) {
      const x = w[t - 15]!;
      const y = w[t - 2]!;
      w[t] = w[t - 16]! + (turn(x, 7) ^ turn(x, 18) ^ (x >>> 3)) + w[t - 7]! + (turn(y, 17) ^ turn(y, 19) ^ (y >>> 10));
    }
    let [a, b, c, d] = [state[0]!, state[1]!, state[2]!, state[3]!];
    let [e, f, g, h] = [state[4]!, state[5]!, state[6]!, state[7]!];
    for (let t = 0; t < 64; t++) {
      const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + ROUND[t]! + w[t]!) | 0;
      const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + one) | 0;
      d = c;
      c = b;
      b = a;
      a = (one + two) | 0;
    }
    state[0]! += a;
    state[1]! += b;
    state[2]! += c;
    state[3]! += d;
    state[4]! += e;
    state[5]! += f;
    state[6]! += g;
    state[7]! += h;
  }
}

/** A word turned right. */
function turn(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}
