import type { Later } from '../lib/later';
import type { ExperimentClient } from '../worker/client';
import type { AppStore } from './store';
import { createAppStore } from './store';

/** Text of a file by its name; null if it does not exist. May reject. */
export type ReadFile = (name: string) => Promise<string | null>;

/** What the page runs on; each entry point has its own. */
export interface Platform {
  readonly client: Pick<ExperimentClient, 'run' | 'cancel'>;
  /** A worker's client for reading one of the reader's files; null where readers can't bring files. */
  readonly newReader: (() => Pick<ExperimentClient, 'read' | 'dispose'>) | null;
  /** A file of the gallery, by its name. */
  readonly galleryFile: ReadFile;
  /** A file that readers can save, from the page itself, by its path beside the published page; null if the file is there. */
  readonly carriedFile: ReadFile | null;
  readonly later: Later;
}

/** Everything that lives as long as the page; the entry point makes it. */
export class PageHost {
  readonly store: AppStore = createAppStore();
  private readonly made = new Map<(host: PageHost) => unknown, unknown>();

  /** @param platform null while the page is prerendered, when nothing is computed or loaded */
  constructor(readonly platform: Platform | null) {}

  /** The page's one instance of what `make` makes, such as its effects or its loader. The caller brings the code. */
  get<T>(make: (host: PageHost) => T): T {
    if (!this.made.has(make)) this.made.set(make, make(this));
    // It was stored for the same function.
    return this.made.get(make) as T;
  }
}
