import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparePasted } from './compared-pair';
import pastes from './fixtures/pastes.json';
import printouts from './fixtures/printouts.json';
import { readPasted } from './read-pasted';
import type { PastedResult } from './reading';

const LONGEST = 300;
/** Raise it on a machine with time to spare: a hundred thousand passed. */
const RUNS = 30;
const TEXTS = [...pastes.pastes, ...printouts.printouts].map(({ text }) => text.slice(0, LONGEST));
const PIECES = ['[', ']', '(', ')', '{', '}', ',', '\n', ' ', '...', '-', 'e', '1', '0.5', 'nan', 'tensor(', 'array(', 'dtype=', '"', "'", '>>> ', '> ', 'E   ', '=', ':', '`', '**', '<', '>', '±', '−', '\u0000', '\ud800', '\r', '1e999', '@@ ', '+', '|', '\t', '12:00:00 ', 'Max absolute difference: ', 'Expected 1 but got 2.', ' *', '[torch.FloatTensor of size 2x2]', 'shape=(', 'torch.Size([2', 'é'];

/** A small generator of its own: with a hundred thousand texts, most of the time would go into fast-check. */
function mutated(seed: number): string {
  let state = seed >>> 0;
  const next = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  let text = TEXTS[next(TEXTS.length)]!;
  for (let changes = 1 + next(6); changes > 0; changes--) {
    const [at, length] = [next(text.length + 1), next(12)];
    const kind = next(4);
    if (kind === 0) text = text.slice(0, at) + text.slice(at + length);
    else if (kind === 1) text = text.slice(0, at) + PIECES[next(PIECES.length)]! + text.slice(at);
    else if (kind === 2) text = text.slice(0, at) + text.slice(next(text.length + 1)).slice(0, LONGEST);
    else {
      const other = TEXTS[next(TEXTS.length)]!;
      text = text.slice(0, at) + other.slice(next(other.length));
    }
  }
  return text;
}

function expectSound(text: string): void {
  const reading = readPasted(text);
  if (reading.kind === 'nothing') {
    if (!/[.?]$/.test(reading.message) || (reading.position ?? 0) > text.length) throw new Error(`${reading.message}: ${JSON.stringify(text)}`);
    return;
  }
  const results: readonly PastedResult[] = reading.kind === 'pair' ? reading.pair : reading.kind === 'several' ? reading.results : reading.kind === 'figures' ? [] : [reading.result];
  for (const { array, position, line } of results) {
    const count = array.shape?.reduce((product, length) => product * length, 1) ?? array.values.length;
    const isSound = count === array.values.length && count > 0 && position < text.length && line >= 1 && (array.cut === undefined || array.cut.heads.length === array.shape?.length);
    if (!isSound) throw new Error(`Not sound: ${JSON.stringify(text)}`);
  }
  const isPlaced = reading.leftOut.every(({ sentence, position }) => /[.?]$/.test(sentence) && position <= text.length);
  if (!isPlaced || !reading.took.endsWith('.')) throw new Error(`Not said: ${JSON.stringify(text)}`);
  if (reading.kind === 'pair') comparePasted(reading.pair[0].array, reading.pair[1].array, null);
}

describe('any text', () => {
  it('is read or refused in a sentence, near real ones too', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 }), (seed) => {
        for (let i = 0; i < 500; i++) expectSound(mutated(seed + Math.imul(i, 0x9e3779b9)));
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  }, 120_000);

  it('is read or refused, whatever its characters', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), expectSound), { numRuns: 1000 });
    fc.assert(fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((parts) => parts.join('')), expectSound), { numRuns: 3000 });
  }, 60_000);

  it('takes time in proportion to its length', () => {
    const units = [...PIECES, '1,', '[1],', '0.5\n', '\n', 'a', 'a=1 ', '-', '--- \n', '>', '>>> a\n', '|', '.', '±1', 'INFO ', 'a.py:1: ', '+[1]\n-[2]\n', '{"a": 1, ', '1.5\n[torch.FloatTensor of size 1x1]\n', '0.123456 0.123457\n', '0.5\n\n', 'loss: 0.123456\n', '(0.1, 0.2)\n', 'tensor(0.1234)\n', '[1, 1]: 1', 'True ', 'a(b(', '[0.1 ... 0.2]\n', 'rtol=', 'found 1 element(s)'];
    const time = (text: string): number => {
      let least = Infinity;
      for (let round = 0; round < 2; round++) {
        // CPU time, since the machine may have other work.
        const start = process.cpuUsage();
        readPasted(text);
        const { user, system } = process.cpuUsage(start);
        least = Math.min(least, (user + system) / 1000);
      }
      return least;
    };
    for (const unit of units) {
      const text = unit.repeat(2 ** 12 / unit.length);
      const short = time(text);
      const long = time(text.repeat(8));
      // Eight times the text should take eight times as long, plus a margin for a busy machine; 64 times would be quadratic.
      if (long > 24 * Math.max(short, 3)) expect([unit, short, long]).toBe('linear');
    }
  }, 120_000);

  it('is refused with its size where it is too long', () => {
    const message = 'This text has 10,000,000 characters; at most 1,000,000 are read. Paste the part with the two results, or save the arrays with np.save and drop the .npy files here.';
    expect(readPasted('1 '.repeat(5_000_000))).toEqual({ kind: 'nothing', message });
    expect(readPasted('1 '.repeat(500_000) + '1').kind).toBe('nothing');
    expect(readPasted('1 '.repeat(500_000)).kind).toBe('one');
  });
});
