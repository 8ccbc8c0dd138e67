import type { Later } from '../lib/later';
import type { ExperimentClient } from '../worker/client';
import type { AppStore } from './store';
import { createAppStore } from './store';

/** Text of a file by its name; null for one that there is none of. May reject. */
export type ReadFile = (name: string) => Promise<string | null>;

/** What the page runs on; each entry has its own. */
export interface Platform {
  readonly client: Pick<ExperimentClient, 'run' | 'cancel'>;
  /** A worker's client to read one file that a reader brings; null where nobody can bring one. */
  readonly newReader: (() => Pick<ExperimentClient, 'read' | 'dispose'>) | null;
  /** A file of the gallery, by its name. */
  readonly galleryFile: ReadFile;
  /** A file that readers can save, out of the page itself, by its path beside the published page; null where it lies there. */
  readonly carriedFile: ReadFile | null;
  readonly later: Later;
}

/** All that lives as long as the page; the entry makes it. */
export class PageHost {
  readonly store: AppStore = createAppStore();
  private readonly made = new Map<(host: PageHost) => unknown, unknown>();

  /** @param platform none while the page is prerendered: nothing is computed or loaded then */
  constructor(readonly platform: Platform | null) {}

  /** What this makes for the page, once: effects, what loads recordings. Its code comes with whoever asks for it. */
  get<T>(make: (host: PageHost) => T): T {
    if (!this.made.has(make)) this.made.set(make, make(this));
    // It was put there by the same function.
    return this.made.get(make) as T;
  }
}
