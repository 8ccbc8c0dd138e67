import type { StoreApi } from 'zustand/vanilla';
import { createStore } from 'zustand/vanilla';
import type { GalleryEntry } from '../recordings/gallery-entry';
import type { Recording } from '../recordings/recording';
import type { ReplayedCall } from '../recordings/replay';
import type { ParseError, Result } from '../lib/result';
import type { EmbedLook } from '../share/embed-settings';
import type { FigureValues, PartId } from '../share/figure-settings';
import type { PageLink } from '../share/page-link';
import type { PartValues, SomeParts } from '../share/part-values';
import { FIRST_PARTS, PART_IDS } from '../share/part-values';
import { sameValue } from '../share/setting-table';
import type { CellPlace } from '../share/special-settings';
import type { Ran } from '../worker/protocol';
import type { EqualBits } from './equal-bits';
import type { ExperimentId, Recordings } from './experiment';
import type { KnownResults, Pasted } from './pasted';
import { NOTHING_PASTED } from './pasted';
import type { Channel, Results } from './results';

/** The state of a channel's newest request. The result on the screen may still be the previous one's. */
export type Task =
  | { readonly state: 'idle' }
  | { readonly state: 'running'; readonly done: number; readonly total: number }
  /** `same`: outputs with the same bits as the other engine's, if both have computed this. */
  | { readonly state: 'done'; readonly ran: Ran; readonly same: EqualBits | null }
  | { readonly state: 'failed'; readonly problem: ParseError; /** What failed is not what was asked for: asked anew, it may come. */ readonly again: boolean };

/** The reader's recording, on which the page runs. */
export interface UserRecording {
  /** Its name in figures and links. */
  readonly name: string;
  readonly fileName: string;
  readonly recording: Recording;
  readonly replayed: readonly ReplayedCall[];
}

export interface UserRecordingState {
  readonly own: UserRecording | null;
  /** A file being read: the share replayed so far, null while it is being checked. */
  readonly reading: { readonly fileName: string; readonly share: number | null } | null;
  /** Why the last file was refused. */
  readonly problem: string | null;
}

type PerExperiment<T> = { readonly [E in ExperimentId]?: T };

export interface State {
  /** As the reader set them, shown by controls and the URL. What is computed follows from them (experiment.ts). */
  readonly parts: PartValues;
  readonly theme: EmbedLook['theme'];
  /** What the reader should know, newest first, until dismissed: unreadable parts of a link, numbers brought into range. */
  readonly notices: readonly string[];
  /** Those of the gallery needed so far, and the reader's own. */
  readonly recordings: Recordings;
  /** The list of the gallery's recordings; null until somebody needs it and it is loaded. */
  readonly gallery: Result<readonly GalleryEntry[], ParseError> | null;
  readonly userRecording: UserRecordingState;
  readonly pasted: Pasted;
  /** The results in the verdict, if their layer is known. */
  readonly explained: KnownResults | null;
  readonly results: PerExperiment<Partial<Results>>;
  readonly tasks: PerExperiment<Partial<Readonly<Record<Channel, Task>>>>;
  /** The cell under the pointer; it never enters the URL. */
  readonly hover: PerExperiment<CellPlace | null>;
}

export interface Actions {
  /** Sets some settings of a part; everything that sets anything ends up here. */
  readonly setPart: <P extends PartId>(part: P, some: Partial<PartValues[P]>) => void;
  readonly setParts: (some: SomeParts) => void;
  /** Adopts everything that a link says. */
  readonly open: (link: Pick<PageLink, 'parts' | 'notices'>) => void;
  readonly setTheme: (theme: State['theme']) => void;
  /** Adds notices in front of the others. */
  readonly notify: (...notices: readonly string[]) => void;
  readonly dismiss: (...notices: readonly string[]) => void;
  readonly point: (part: ExperimentId, hover: CellPlace | null) => void;
  readonly paste: (values: Partial<FigureValues<'verdict'>>, pasted: Pasted) => void;
  readonly explain: (results: KnownResults | null) => void;
  readonly setRecording: (name: string, found: Result<Recording, ParseError>) => void;
  /** Forgets a recording, or why it could not be loaded. */
  readonly forgetRecording: (name: string) => void;
  readonly setGallery: (gallery: State['gallery']) => void;
  readonly setUserRecording: (some: Partial<UserRecordingState>) => void;
  readonly show: <C extends Channel>(part: ExperimentId, channel: C, result: Results[C]) => void;
  readonly report: (part: ExperimentId, channel: Channel, task: Task) => void;
}

export interface AppStore extends StoreApi<State> {
  readonly actions: Actions;
}

export const IDLE: Task = { state: 'idle' };

/** The parts with some settings changed; a part without a change stays the same object. */
function changed(parts: PartValues, some: SomeParts): PartValues {
  const news = PART_IDS.flatMap((part) => {
    const before: Readonly<Record<string, unknown>> = parts[part];
    const values = Object.entries(some[part] ?? {}).filter(([key, value]) => !sameValue(before[key], value));
    return values.length === 0 ? [] : [[part, { ...before, ...Object.fromEntries(values) }] as const];
  });
  return news.length === 0 ? parts : { ...parts, ...(Object.fromEntries(news) as Partial<PartValues>) };
}

/** The page's only store. It does nothing by itself: effects.ts computes, url-sync.ts keeps the URL. */
export function createAppStore(parts: PartValues = FIRST_PARTS): AppStore {
  const store = createStore<State>(() => ({
    parts,
    theme: 'auto',
    notices: [],
    recordings: new Map(),
    gallery: null,
    userRecording: { own: null, reading: null, problem: null },
    pasted: NOTHING_PASTED,
    explained: null,
    results: {},
    tasks: {},
    hover: {},
  }));
  const { setState } = store;
  const setParts = (some: SomeParts): void =>
    setState((state) => {
      const parts = changed(state.parts, some);
      return parts === state.parts ? state : { parts };
    });

  const actions: Actions = {
    setPart: (part, some) => setParts({ [part]: some }),
    setParts,
    open: (link) => setState(({ parts }) => ({ parts: changed(parts, link.parts), notices: link.notices })),
    setTheme: (theme) => setState({ theme }),
    notify: (...fresh) => setState(({ notices }) => ({ notices: [...fresh, ...notices.filter((old) => !fresh.includes(old))] })),
    dismiss: (...gone) => setState(({ notices }) => ({ notices: notices.filter((notice) => !gone.includes(notice)) })),
    point: (part, at) => setState(({ hover }) => ({ hover: { ...hover, [part]: at } })),
    paste: (verdict, pasted) => setState(({ parts }) => ({ parts: changed(parts, { verdict }), pasted })),
    explain: (explained) => setState({ explained }),
    setRecording: (name, found) => setState(({ recordings }) => ({ recordings: new Map(recordings).set(name, found) })),
    forgetRecording: (name) => setState((state) => (state.recordings.has(name) ? { recordings: new Map([...state.recordings].filter(([other]) => other !== name)) } : state)),
    setGallery: (gallery) => setState({ gallery }),
    setUserRecording: (some) => setState(({ userRecording }) => ({ userRecording: { ...userRecording, ...some } })),
    show: (part, channel, result) => setState(({ results }) => ({ results: { ...results, [part]: { ...results[part], [channel]: result } } })),
    report: (part, channel, task) => setState(({ tasks }) => ({ tasks: { ...tasks, [part]: { ...tasks[part], [channel]: task } } })),
  };
  return { ...store, actions };
}

export function taskOf({ tasks }: Pick<State, 'tasks'>, part: ExperimentId, channel: Channel): Task {
  return tasks[part]?.[channel] ?? IDLE;
}

export function recordingNamed({ recordings }: Pick<State, 'recordings'>, name: string): Recording | undefined {
  const found = recordings.get(name);
  return found?.ok ? found.value : undefined;
}
