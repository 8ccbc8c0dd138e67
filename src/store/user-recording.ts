import { HEAD_BYTES, notARecording } from '../recordings/file-kind';
import { USER_RECORDING_PREFIX } from '../recordings/user-recording-name';
import type { Recording } from '../recordings/recording';
import type { ReplayedCall } from '../recordings/replay';
import { ok } from '../lib/result';
import type { PartValues, SomeParts } from '../share/part-values';
import type { ExperimentClient } from '../worker/client';
import type { PageHost } from './page-host';
import type { AppStore, UserRecording } from './store';
import { partsBefore, partsRestored, partsWith } from './user-recording-parts';

type Reader = Pick<ExperimentClient, 'read' | 'dispose'>;

/**
 * The recording that a reader drops, chooses or pastes: read and replayed in a worker, then the whole page runs on it.
 * Each file has its own worker, which can be stopped in the middle of a large file while the page's worker goes on.
 */
export class UserRecordings {
  private reader: Reader | null = null;
  /** The parts' settings before the first file, and those that the last file set. */
  private taken: { readonly before: PartValues; readonly set: SomeParts } | null = null;
  private serial = 0;
  /** Counts drops, choices, pastes and stops: each abandons the file being looked at. */
  private turn = 0;

  constructor(
    private readonly newReader: () => Reader,
    private readonly store: AppStore,
  ) {}

  /** Takes one file. If it can't be used, refuses it with a sentence and changes nothing. */
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
    this.endReader();
    this.store.actions.setUserRecording({ reading: null });
  }

  dismissProblem(): void {
    this.store.actions.setUserRecording({ problem: null });
  }

  /** Returns the page to its earlier settings. */
  remove(): void {
    const { own } = this.store.getState().userRecording;
    if (own === null) return;
    this.restore(own);
    this.taken = null;
    this.store.actions.setUserRecording({ own: null, problem: null });
  }

  private refuse(problem: string): void {
    this.store.actions.setUserRecording({ problem });
  }

  private read(file: Blob, fileName: string): void {
    const { setUserRecording } = this.store.actions;
    const replayed: ReplayedCall[] = [];
    let found: Recording | null = null;
    this.endReader();
    this.reader = this.newReader();
    setUserRecording({ reading: { fileName, share: null }, problem: null });
    this.reader.read('recording', file, {
      partial: (piece) => {
        if (piece.kind === 'replayed') replayed.push(piece.call);
        else found = piece.recording;
      },
      progress: (done, total) => setUserRecording({ reading: { fileName, share: total > 1 ? done / total : null } }),
      done: () => {
        this.endReader();
        setUserRecording({ reading: null });
        if (found !== null) this.use({ name: `${USER_RECORDING_PREFIX}${stem(fileName)}-${++this.serial}`, fileName, recording: found, replayed });
      },
      failed: (message) => {
        this.endReader();
        setUserRecording({ reading: null, problem: `${fileName}: ${message}` });
      },
    });
  }

  /** Stops the reader; its later messages are ignored. */
  private endReader(): void {
    this.reader?.dispose();
    this.reader = null;
  }

  private use(own: UserRecording): void {
    const { getState, actions } = this.store;
    const last = getState().userRecording.own;
    const before = this.taken?.before ?? partsBefore(getState().parts);
    actions.setRecording(own.name, ok(own.recording));
    if (last !== null) this.restore(last);
    const set = partsWith(own.name, own.recording);
    actions.setParts(set);
    this.taken = { before, set };
    actions.setUserRecording({ own });
  }

  /** Restores every setting that the recording set and the reader has not changed since. */
  private restore({ name }: UserRecording): void {
    const { getState, actions } = this.store;
    if (this.taken !== null) actions.setParts(partsRestored(getState().parts, name, this.taken.set, this.taken.before));
    actions.forgetRecording(name);
  }
}

/** The page's instance; null where readers can't bring files. */
export function userRecordingsOf({ platform, store }: PageHost): UserRecordings | null {
  return platform?.newReader ? new UserRecordings(platform.newReader, store) : null;
}

/** The part of a file's name that can go into a link. */
function stem(fileName: string): string {
  return fileName.replace(/\.json$/i, '').replaceAll(/[^\w.-]+/g, '-').slice(0, 60) || 'file';
}
