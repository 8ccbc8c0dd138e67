import type { Recording } from '../recordings/recording';
import { userFileName } from '../recordings/user-recording-name';
import type { ParseError, Result } from '../lib/result';
import { fail } from '../lib/result';
import type { PageHost, ReadFile } from './page-host';
import type { AppStore } from './store';

/** The code that reads gallery files is loaded with the first of them. */
const recordingReader = async () => (await import('./read-gallery-file')).readGalleryRecording;
const listReader = async () => (await import('./read-gallery-file')).readGalleryList;

/** Loads recordings, and the list of them, into the store: each once, but again on request if it failed. */
export class RecordingLoader {
  private readonly loading = new Map<string, Promise<Result<Recording, ParseError>>>();
  private loadingGallery = false;

  constructor(
    private readonly store: AppStore,
    private readonly read: ReadFile,
  ) {}

  load(name: string): Promise<Result<Recording, ParseError>> {
    const known = this.store.getState().recordings.get(name);
    if (known?.ok) return Promise.resolve(known);
    const underWay = this.loading.get(name);
    if (underWay !== undefined) return underWay;
    this.store.actions.forgetRecording(name);
    const loading = this.fetch(name).then((found) => {
      this.loading.delete(name);
      this.store.actions.setRecording(name, found);
      return found;
    });
    this.loading.set(name, loading);
    return loading;
  }

  private fetch(name: string): Promise<Result<Recording, ParseError>> {
    const dropped = userFileName(name);
    if (dropped !== null) return Promise.resolve(fail({ message: `“${dropped}” is a file of a reader’s own, which links and reloads don’t keep; drop it here to see it.` }));
    return Promise.all([recordingReader(), this.read(`${name}.json`)]).then(
      ([read, text]) => read(name, text),
      () => fail({ message: `The recording ${name} could not be loaded.` }),
    );
  }

  /** Requests the list of recordings again, or those on it that failed. */
  retryGallery(): void {
    const { gallery, recordings } = this.store.getState();
    if (!gallery?.ok) this.loadGallery();
    else for (const { name } of gallery.value) if (recordings.get(name)?.ok === false) void this.load(name);
  }

  loadGallery(): void {
    const { gallery } = this.store.getState();
    if (gallery?.ok || this.loadingGallery) return;
    this.loadingGallery = true;
    if (gallery !== null) this.store.actions.setGallery(null);
    void Promise.all([listReader(), this.read('index.json')])
      .then(([read, text]) => read(text))
      .catch(() => fail({ message: 'The list of recordings could not be loaded.' }))
      .then((found) => {
        this.loadingGallery = false;
        this.store.actions.setGallery(found);
      });
  }
}

/** The page's loader; null while the page is prerendered. */
export function loaderOf({ platform, store }: PageHost): RecordingLoader | null {
  return platform && new RecordingLoader(store, platform.galleryFile);
}
