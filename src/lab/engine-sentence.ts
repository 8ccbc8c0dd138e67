import { formatCount } from '../lib/words';
import type { EqualBits } from '../store/equal-bits';
import type { Ran } from '../worker/protocol';

/** How long a calculation took, why not faster, and whether both engines have the same bits. */
export function engineSentence({ engine, why, milliseconds }: Ran, same: EqualBits | null): string {
  const time = milliseconds < 1 ? 'In less than 1 ms' : `In ${milliseconds < 10 ? milliseconds.toFixed(1) : formatCount(Math.round(milliseconds))} ms`;
  const bits = same === null ? '' : same.equal === same.of ? ` Both engines give the same bits: ${formatCount(same.equal)} of ${formatCount(same.of)} outputs.` : ` Only ${formatCount(same.equal)} of ${formatCount(same.of)} outputs have the same bits by both engines: please report this.`;
  const reason = why === null ? '' : ` ${why}`;
  const claim = engine === 'wasm' && same === null ? ' Math.fround gives the same bits.' : '';
  return `${time}.${bits}${claim}${reason}`;
}
