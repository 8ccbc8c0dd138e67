import type { GalleryEntry } from '../recordings/gallery-index';
import { parseGalleryIndex } from '../recordings/gallery-index';
import { MAX_RECORDING_BYTES, parseRecording } from '../recordings/parse-recording';
import type { Recording } from '../recordings/recording';
import { isUserRecordingName, USER_RECORDING_PREFIX } from '../recordings/user-recording-name';
import type { ParseError, Result } from '../lib/result';
import { fail, ok } from '../lib/result';
import type { PageHost, ReadFile } from './page-host';
import type { AppStore } from './store';

/** Brings recordings, and the list of them, into the store: each once, and one that failed again when it is asked for anew. */
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
    const loading = readRecording(name, this.read).then((found) => {
      this.loading.delete(name);
      this.store.actions.setRecording(name, found);
      return found;
    });
    this.loading.set(name, loading);
    return loading;
  }

  /** Asks anew for the list of recordings, or for those of it that failed. */
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
    void readGallery(this.read).then((found) => {
      this.loadingGallery = false;
      this.store.actions.setGallery(found);
    });
  }
}

/** The page's loader; null while the page is prerendered. */
export function loaderOf({ platform, store }: PageHost): RecordingLoader | null {
  return platform && new RecordingLoader(store, platform.galleryFile);
}

async function readRecording(name: string, read: ReadFile): Promise<Result<Recording, ParseError>> {
  if (isUserRecordingName(name)) return fail({ message: `“${name.slice(USER_RECORDING_PREFIX.length).replace(/-\d+$/, '')}” is a file of a reader’s own, which links and reloads don’t keep; drop it here to see it.` });
  try {
    const text = await read(`${name}.json`);
    if (text === null) return fail({ message: `The gallery has no recording called ${name}.` });
    if (text.length > MAX_RECORDING_BYTES) return fail({ message: `The recording ${name} is too large.` });
    const recording = parseRecording(text);
    return recording.ok ? recording : fail({ message: `The recording ${name} can’t be used: ${recording.error.message}` });
  } catch {
    return fail({ message: `The recording ${name} could not be loaded.` });
  }
}

async function readGallery(read: ReadFile): Promise<Result<readonly GalleryEntry[], ParseError>> {
  const lost = fail({ message: 'The list of recordings could not be loaded.' });
  try {
    const text = await read('index.json');
    if (text === null) return lost;
    const index = parseGalleryIndex(text);
    return index.ok ? ok(index.value.recordings) : index;
  } catch {
    return lost;
  }
}
