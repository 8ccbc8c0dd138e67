import type { EqualBits } from '../store/equal-bits';
import type { Ran } from '../worker/protocol';

/** How long a calculation took, why not faster, and whether both engines have the same bits. */
export function engineSentence({ engine, why, milliseconds }: Ran, same: EqualBits | null): string {
  const time = milliseconds < 1 ? 'In less than 1 ms' : `In ${milliseconds < 10 ? milliseconds.toFixed(1) : Math.round(milliseconds).toLocaleString('en')} ms`;
  const bits = same === null ? '' : same.equal === same.of ? ` Both engines give the same bits: ${same.equal.toLocaleString('en')} of ${same.of.toLocaleString('en')} outputs.` : ` Only ${same.equal.toLocaleString('en')} of ${same.of.toLocaleString('en')} outputs have the same bits by both engines: please report this.`;
  const reason = why === null ? '' : ` ${why}`;
  const claim = engine === 'wasm' && same === null ? ' Math.fround gives the same bits.' : '';
  return `${time}.${bits}${claim}${reason}`;
}
