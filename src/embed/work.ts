import type { Later } from '../lib/later';
import type { Platform } from '../store/page-host';

/** How long to be idle before everything counts as done: effects make their requests turn by turn. */
const QUIET_MS = 120;

/** Tracks what is under way in the embed: code, recordings and calculations. Calls back once, when all of it is done. */
export class Work {
  private underWay = 0;
  private callOff: (() => void) | null = null;

  constructor(
    private readonly later: Later,
    private readonly done: () => void,
  ) {}

  /** Notes that something begins; the returned function ends it, at most once. */
  begin(): () => void {
    this.underWay++;
    this.callOff?.();
    let open = true;
    return () => {
      if (!open) return;
      open = false;
      if (--this.underWay === 0) this.callOff = this.later(this.done, QUIET_MS);
    };
  }

  async during<T>(promise: Promise<T>): Promise<T> {
    const end = this.begin();
    try {
      return await promise;
    } finally {
      end();
    }
  }

  /** Wraps the client so that its calculations count. */
  watch(client: Platform['client']): Platform['client'] {
    const ends = new Map<string, () => void>();
    const end = (channel: string): void => {
      ends.get(channel)?.();
      ends.delete(channel);
    };
    return {
      run: (channel, kind, spec, listener, engine) => {
        end(channel);
        ends.set(channel, this.begin());
        client.run(channel, kind, spec, {
          ...listener,
          done: (ran) => {
            listener.done?.(ran);
            end(channel);
          },
          failed: (message, again) => {
            listener.failed(message, again);
            end(channel);
          },
        }, engine);
      },
      cancel: (channel) => {
        client.cancel(channel);
        end(channel);
      },
    };
  }
}
