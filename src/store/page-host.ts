import type { ExperimentClient } from '../worker/client';
import type { Later } from './channel-follower';
import { Effects } from './effects';
import type { ReadFile } from './recording-loader';
import { RecordingLoader } from './recording-loader';
import { settingsOfRecording } from './recording-settings';
import type { AppStore } from './store';
import { createAppStore } from './store';
import { UserRecordings } from './user-recording';

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
  readonly userRecordings: UserRecordings | null;
  private readonly loader: RecordingLoader | null;
  private readonly effects: Effects | null;

  /** @param platform none while the page is prerendered: nothing is computed or loaded then */
  constructor(readonly platform: Platform | null) {
    const { store } = this;
    this.userRecordings = platform?.newReader ? new UserRecordings(platform.newReader, store) : null;
    this.loader = platform && new RecordingLoader(store, platform.galleryFile);
    this.effects = platform && new Effects({ store, client: platform.client, later: platform.later }, this.loader!);
  }

  /** Follows what somebody looks at; returns a disposer. */
  readonly watch = (what: Parameters<Effects['watch']>[0]): (() => void) => this.effects?.watch(what) ?? (() => undefined);

  /** Asks anew for a recording that failed. */
  readonly retryRecording = (name: string): void => void this.loader?.load(name);

  /** Asks anew for the list of recordings, and those of it that failed. */
  readonly retryGallery = (): void => {
    const { gallery, recordings } = this.store.getState();
    if (!gallery?.ok) this.loader?.loadGallery();
    else for (const { name } of gallery.value) if (recordings.get(name)?.ok === false) this.retryRecording(name);
  };

  /**
   * Sets the Lab to a recording: to its orders at once, with what the list of recordings knows of its size, and to its
   * numbers as soon as it is there, unless the Lab is set to another one meanwhile.
   */
  readonly chooseRecording = async (name: string): Promise<void> => {
    const { getState, actions } = this.store;
    const known = getState().recordings.get(name);
    if (!known?.ok) {
      const { gallery } = getState();
      const entry = gallery?.ok ? gallery.value.find((one) => one.name === name) : undefined;
      actions.setPart('lab', { recording: name, cell: null, ...(entry && { inFeatures: entry.inFeatures, outFeatures: entry.outFeatures, batches: entry.batches, baseline: entry.batches[0] ?? 1 }) });
    }
    const found = known?.ok ? known : await this.loader?.load(name);
    if (found?.ok && (known?.ok || getState().parts.lab.recording === name)) actions.setPart('lab', settingsOfRecording(name, found.value));
  };
}
