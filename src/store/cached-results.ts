import { RecentlyUsed } from '../lib/recently-used';
import type { EngineChoice, Ran } from '../worker/protocol';
import type { Channel, Results } from './results';

/** A complete result, and how it was computed. */
export interface CachedResult<C extends Channel> {
  readonly result: NonNullable<Results[C]>;
  readonly ran: Ran;
}

/** Room for a dozen sweeps and two whole batches of everyday size, on each engine. */
const MOST_BYTES = 16 * 2 ** 20;
const MOST_RESULTS = 48;

/** Complete results by what they depend on, so that nothing is computed twice. */
export class CachedResults {
  private readonly results = new RecentlyUsed<CachedResult<Channel>>(({ result }) => bytesOf(result), MOST_BYTES, MOST_RESULTS);

  get<C extends Channel>(channel: C, key: string, engine: EngineChoice): CachedResult<C> | null {
    // It was stored under the same channel.
    return (this.results.get(nameOf(channel, key, engine)) as CachedResult<C> | undefined) ?? null;
  }

  set<C extends Channel>(channel: C, key: string, engine: EngineChoice, kept: CachedResult<C>): void {
    this.results.set(nameOf(channel, key, engine), kept);
  }
}

function nameOf(channel: Channel, key: string, engine: EngineChoice): string {
  return `${channel} ${engine} ${key}`;
}

/** Bytes of a result's own arrays, without those of its spec, which may be a recording's. */
function bytesOf(value: unknown): number {
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce((sum, [name, part]) => (name === 'spec' ? sum : sum + bytesOf(part)), 0);
}
