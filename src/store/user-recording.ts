import type { StoreApi } from 'zustand/vanilla';
import { createStore } from 'zustand/vanilla';
import { HEAD_BYTES, notARecording } from '../recordings/file-kind';
import { USER_RECORDING_PREFIX } from '../recordings/user-recording-name';
import type { Recording } from '../recordings/recording';
import type { ReplayedKernel } from '../recordings/replay';
import type { RecordingReader } from '../worker/recording-reader';
import type { FigureStates } from './figure-states';
import { forgetRecording, keepRecording } from './load-recording';
import type { UserRecording, UserRecordingState } from './user-recording-state';
import { UserRecordingTakeover } from './user-recording-takeover';
import type { AppStore } from './store';

/** The recording that a reader drops, chooses or pastes: read and replayed in a worker, then the whole page runs on it. */
export class UserRecordings {
  readonly store: StoreApi<UserRecordingState> = createStore<UserRecordingState>(() => ({ own: null, reading: null, problem: null }));
  private readonly takeover: UserRecordingTakeover;
  private serial = 0;
  /** Counts what was dropped, chosen, pasted or stopped: what was looked at before that is not gone on with. */
  private turn = 0;

  constructor(
    private readonly reader: Pick<RecordingReader, 'read' | 'stop'>,
    private readonly page: AppStore,
    figures: FigureStates,
  ) {
    this.takeover = new UserRecordingTakeover(page, figures);
  }

  /** Takes one file; what can't be used is refused with a sentence, and what was there stays. */
  async take(files: readonly File[]): Promise<void> {
    const [file, another] = files;
    if (file === undefined) return;
    if (another !== undefined) return this.refuse(`${files.length} files were dropped; the page runs on one recording at a time.`);
    const turn = ++this.turn;
    let head: Uint8Array;
    try {
      head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
    } catch {
      return this.refuse(`${file.name} could not be read.`);
    }
    if (turn !== this.turn) return;
    const wrong = notARecording(file.name, file.size, head);
    if (wrong !== null) return this.refuse(wrong);
    this.read(file, file.name);
  }

  takeText(text: string): void {
    if (text.trim() === '') return;
    this.turn++;
    this.read(new Blob([text]), 'pasted.json');
  }

  stop(): void {
    this.turn++;
    this.reader.stop();
    this.store.setState({ reading: null });
  }

  /** The page goes back to what it was set to before. */
  remove(): void {
    const { own } = this.store.getState();
    if (own === null) return;
    this.takeover.end();
    this.forget(own.name);
    this.store.setState({ own: null, problem: null });
  }

  private refuse(problem: string): void {
    this.store.setState({ problem });
  }

  private read(file: Blob, fileName: string): void {
    const replayed: ReplayedKernel[] = [];
    let found: Recording | null = null;
    this.store.setState({ reading: { fileName, share: null }, problem: null });
    this.reader.read(file, {
      partial: (piece) => {
        if (piece.kind === 'replayed') replayed.push(piece.kernel);
        else found = piece.recording;
      },
      progress: (done, total) => this.store.setState({ reading: { fileName, share: total > 1 ? done / total : null } }),
      done: () => {
        this.store.setState({ reading: null });
        if (found !== null) this.use({ name: `${USER_RECORDING_PREFIX}${stem(fileName)}-${++this.serial}`, fileName, recording: found, replayed });
      },
      failed: (message) => this.store.setState({ reading: null, problem: `${fileName}: ${message}` }),
    });
  }

  private use(own: UserRecording): void {
    const last = this.store.getState().own;
    keepRecording(own.name, own.recording);
    this.page.actions.addRecording(own.name, own.recording);
    this.takeover.begin(own);
    if (last !== null) this.forget(last.name);
    this.store.setState({ own });
  }

  /** From where it would be loaded, and from the page's store, of which the Lab may not be there to follow. */
  private forget(name: string): void {
    forgetRecording(name);
    this.page.actions.forgetRecording(name);
  }
}

/** What of a file's name can be part of a link. */
function stem(fileName: string): string {
  return fileName.replace(/\.json$/i, '').replaceAll(/[^\w.-]+/g, '-').slice(0, 60) || 'file';
}
