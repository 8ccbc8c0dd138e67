import type { StoreApi } from 'zustand/vanilla';
import { createStore } from 'zustand/vanilla';
import { HEAD_BYTES, notARecording } from '../recordings/file-kind';
import type { Recording } from '../recordings/recording';
import type { ReplayedKernel } from '../recordings/replay';
import type { OwnRecording, OwnState } from './own-state';
import type { ExperimentClient } from '../worker/client';
import type { FigureStates, Values } from './figure-states';
import { forgetRecording, keepRecording, OWN_PREFIX } from './load-recording';
import { settingsOfRecording } from './recording-settings';
import type { AppStore } from './store';
import type { FigureId, FigureValues } from '../share/figure-settings';
import type { Settings } from '../share/settings';
import { THREAD } from '../recordings/thread';

/** What the page was set to before the recording took over, so that it can go back. */
interface Before {
  readonly lab: Settings;
  readonly figures: ReadonlyMap<FigureId, Values>;
}

const CHANNEL = 'own-recording';

/** The recording that a reader drops, chooses or pastes: read and replayed in the worker, then the whole page runs on it. */
export class OwnRecordings {
  readonly store: StoreApi<OwnState> = createStore<OwnState>(() => ({ own: null, reading: null, complaint: null }));
  private before: Before | null = null;
  private serial = 0;

  constructor(
    private readonly client: Pick<ExperimentClient, 'read' | 'cancel'>,
    private readonly page: AppStore,
    private readonly figures: FigureStates,
  ) {}

  /** Takes one file; what can't be used is refused with a sentence, and what was there stays. */
  async take(files: readonly File[]): Promise<void> {
    const [file, another] = files;
    if (file === undefined) return;
    if (another !== undefined) return this.refuse(`${files.length} files were dropped; the page runs on one recording at a time.`);
    let head: Uint8Array;
    try {
      head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
    } catch {
      return this.refuse(`${file.name} could not be read.`);
    }
    const wrong = notARecording(file.name, file.size, head);
    if (wrong !== null) return this.refuse(wrong);
    this.read(file, file.name);
  }

  takeText(text: string): void {
    if (text.trim() !== '') this.read(new Blob([text]), 'pasted.json');
  }

  stop(): void {
    this.client.cancel(CHANNEL);
    this.store.setState({ reading: null });
  }

  /** The page goes back to what it was set to before. */
  remove(): void {
    const { own } = this.store.getState();
    if (own === null) return;
    if (this.before !== null) {
      this.page.actions.setAll(this.before.lab);
      for (const [id, values] of this.before.figures) this.figures.set(id, values);
    }
    this.before = null;
    forgetRecording(own.name);
    this.store.setState({ own: null, complaint: null });
  }

  private refuse(complaint: string): void {
    this.store.setState({ complaint });
  }

  private read(file: Blob, fileName: string): void {
    const replayed: ReplayedKernel[] = [];
    let found: Recording | null = null;
    this.store.setState({ reading: { fileName, share: null }, complaint: null });
    this.client.read(CHANNEL, file, {
      partial: (piece) => {
        if (piece.kind === 'replayed') replayed.push(piece.kernel);
        else found = piece.recording;
      },
      progress: (done, total) => this.store.setState({ reading: { fileName, share: total > 1 ? done / total : null } }),
      done: () => {
        this.store.setState({ reading: null });
        if (found !== null) this.use({ name: `${OWN_PREFIX}${stem(fileName)}-${++this.serial}`, fileName, recording: found, replayed });
      },
      failed: (message) => this.store.setState({ reading: null, complaint: `${fileName}: ${message}` }),
    });
  }

  private use(own: OwnRecording): void {
    const last = this.store.getState().own;
    const figures = figuresWith(own);
    this.before ??= { lab: this.page.getState().settings, figures: new Map((Object.keys(figures) as FigureId[]).map((id) => [id, this.figures.of(id)])) };
    keepRecording(own.name, own.recording);
    this.page.actions.addRecording(own.name, own.recording);
    this.page.actions.setAll(settingsOfRecording(own.name, own.recording));
    for (const [id, values] of Object.entries(figures)) this.figures.set(id as FigureId, values);
    if (last !== null) forgetRecording(last.name);
    this.store.setState({ own });
  }
}

/** What sets the figures to a recording. */
function figuresWith({ name, recording }: OwnRecording): { readonly [F in FigureId]?: Partial<FigureValues<F>> } {
  const { inFeatures, outFeatures, bias } = recording.operation;
  const batches = recording.calls.map(({ batch }) => batch);
  const thread = THREAD.find((one) => one.inFeatures === inFeatures && one.outFeatures === outFeatures && bias);
  return {
    ...(thread && { thread: { threadCase: thread.name, threadOther: name, threadColumn: 0, threadBeside: 0 } }),
    heatmap: { recording: name, cell: null, baseline: batches[0] ?? 1, mapOpen: true },
    neighbours: { recording: name, cell: null, wholeBatch: batches.findLast((batch) => batch >= 2 && batch <= 128) ?? 2 },
    walks: { library: name, products: inFeatures, left: 0, right: 0 },
    'kernel-map': { recording: name, batch: batches[0] ?? 0 },
  };
}

/** What of a file's name can be part of a link. */
function stem(fileName: string): string {
  return fileName.replace(/\.json$/i, '').replaceAll(/[^\w.-]+/g, '-').slice(0, 60) || 'file';
}
