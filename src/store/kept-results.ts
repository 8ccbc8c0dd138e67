import type { EngineChoice, Ran } from '../worker/protocol';
import type { Channel, Results } from './results';

/** A whole result, and how it was computed. */
export interface KeptResult<C extends Channel> {
  readonly result: NonNullable<Results[C]>;
  readonly ran: Ran;
}

/** Room for a dozen sweeps and two whole batches of everyday size, on each engine. */
const MOST_BYTES = 16 * 2 ** 20;
const MOST_RESULTS = 48;

interface Entry {
  readonly kept: KeptResult<Channel>;
  readonly bytes: number;
}

/** Whole results by what they depend on, so that nothing is computed twice; what was unused for longest goes first. */
export class KeptResults {
  /** In the order of their last use. */
  private readonly entries = new Map<string, Entry>();
  private bytes = 0;

  get<C extends Channel>(channel: C, key: string, engine: EngineChoice): KeptResult<C> | null {
    const name = nameOf(channel, key, engine);
    const found = this.entries.get(name);
    if (found === undefined) return null;
    this.entries.delete(name);
    this.entries.set(name, found);
    // It was put there under the same channel.
    return found.kept as KeptResult<C>;
  }

  set<C extends Channel>(channel: C, key: string, engine: EngineChoice, kept: KeptResult<C>): void {
    const name = nameOf(channel, key, engine);
    this.drop(name);
    const bytes = bytesOf(kept.result);
    if (bytes > MOST_BYTES) return;
    this.entries.set(name, { kept, bytes });
    this.bytes += bytes;
    for (const old of this.entries.keys()) {
      if (this.bytes <= MOST_BYTES && this.entries.size <= MOST_RESULTS) return;
      this.drop(old);
    }
  }

  private drop(name: string): void {
    this.bytes -= this.entries.get(name)?.bytes ?? 0;
    this.entries.delete(name);
  }
}

function nameOf(channel: Channel, key: string, engine: EngineChoice): string {
  return `${channel} ${engine} ${key}`;
}

/** Of the arrays that a result holds; its spec, which may hold a recording's, is not its own. */
function bytesOf(value: unknown): number {
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce((sum, [name, part]) => (name === 'spec' ? sum : sum + bytesOf(part)), 0);
}
