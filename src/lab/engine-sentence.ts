import { formatCount } from '../lib/words';
import type { EqualBits, Scripted } from '../store/equal-bits';
import type { Ran } from '../worker/protocol';

const SCRIPTED: Readonly<Record<NonNullable<Scripted>, string>> = {
  float64: ' Float64 runs in JavaScript, whichever engine is chosen.',
  all: ' These sums are not trees: they run in JavaScript, whichever engine is chosen.',
  some: ' Some of these sums are not trees: they run in JavaScript, whichever engine is chosen.',
};

/** How long a calculation took, what did not run on the chosen engine, and how the two engines' bits compare. */
export function engineSentence({ why, milliseconds }: Ran, same: EqualBits | null, scripted: Scripted): string {
  const time = milliseconds < 1 ? 'In less than 1 ms' : `In ${milliseconds < 10 ? milliseconds.toFixed(1) : formatCount(Math.round(milliseconds))} ms`;
  const bits = same === null ? '' : same.equal === same.of ? ` Both engines give the same bits: ${formatCount(same.equal)} of ${formatCount(same.of)} outputs.` : ` Only ${formatCount(same.equal)} of ${formatCount(same.of)} outputs have the same bits by both engines: please report this.`;
  const reason = why === null ? '' : ` ${why}`;
  return `${time}.${bits}${scripted === null ? '' : SCRIPTED[scripted]}${reason}`;
}
