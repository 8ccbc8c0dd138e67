import type { StoreApi } from 'zustand/vanilla';
import { createStore } from 'zustand/vanilla';
import type { Recording } from '../recordings/recording';
import type { ParseError } from '../lib/result';
import { clampSettings } from '../share/clamp-settings';
import type { SettingKey, Settings } from '../share/settings';
import { INITIAL_SETTINGS, settingOf } from '../share/settings';
import type { CellPlace } from '../share/special-settings';
import type { PageLink } from '../share/page-link';
import type { Ran } from '../worker/protocol';
import type { EqualBits } from './equal-bits';
import { settingsOfRecording } from './recording-settings';
import type { Channel, Results } from './results';
import { CHANNELS, NO_RESULTS } from './results';

/** How far a channel's newest request is. The result on the screen may still be that of the one before. */
export type Task =
  | { readonly state: 'idle' }
  | { readonly state: 'running'; readonly done: number; readonly total: number }
  /** `same`: outputs with the same bits as the other engine's, where both have computed this. */
  | { readonly state: 'done'; readonly ran: Ran; readonly same: EqualBits | null }
  | { readonly state: 'failed'; readonly problem: ParseError };

export interface State {
  /** As the reader set them: controls show these, and so does the URL. */
  readonly settings: Settings;
  /** As they are computed: everything that shows a result goes by these. */
  readonly fitted: Settings;
  /** Why `fitted` is not `settings`; they go when the reason goes. */
  readonly limits: readonly string[];
  /** What else the reader should know, the newest first, until dismissed: what could not be read from a link, a file refused. */
  readonly notices: readonly string[];
  /** By name: those of the gallery that were needed, and the reader's own. */
  readonly recordings: ReadonlyMap<string, Recording>;
  /** Why a recording could not be had, by name. */
  readonly missing: ReadonlyMap<string, ParseError>;
  readonly results: Results;
  readonly tasks: Readonly<Record<Channel, Task>>;
  /** The cell under the pointer; it never enters the URL. */
  readonly hover: CellPlace | null;
}

export interface Actions {
  readonly set: <K extends SettingKey>(key: K, value: Settings[K]) => void;
  readonly setAll: (some: Partial<Settings>) => void;
  /** Sets from typed text; what can't be read changes nothing and is reported. */
  readonly setText: (key: SettingKey, text: string) => ParseError | null;
  /** Takes over what a link says, all of it; the theme is the reader's own. */
  readonly open: (link: Pick<PageLink, 'settings' | 'notices'>) => void;
  readonly reset: () => void;
  readonly select: (cell: CellPlace | null) => void;
  readonly point: (hover: CellPlace | null) => void;
  /** Puts notices before the others. */
  readonly notify: (...notices: readonly string[]) => void;
  readonly dismiss: (...notices: readonly string[]) => void;
  readonly addRecording: (name: string, recording: Recording) => void;
  /** Takes a loaded recording's orders, size and numbers. */
  readonly useRecording: (name: string) => void;
  readonly missRecording: (name: string, problem: ParseError) => void;
  /** Nothing is known of a recording any more, neither it nor why it could not be had. */
  readonly forgetRecording: (name: string) => void;
  readonly show: <C extends Channel>(channel: C, result: Results[C]) => void;
  readonly report: (channel: Channel, task: Task) => void;
}

export interface AppStore extends StoreApi<State> {
  readonly actions: Actions;
}

export const IDLE: Task = { state: 'idle' };

function fit(settings: Settings): Pick<State, 'settings' | 'fitted' | 'limits'> {
  const { value, notices } = clampSettings(settings);
  return { settings, fitted: value, limits: notices };
}

function without<T>(map: ReadonlyMap<string, T>, name: string): ReadonlyMap<string, T> {
  return new Map([...map].filter(([key]) => key !== name));
}

/** The page's one store. Nothing happens by itself: effects.ts computes, url-sync.ts keeps the URL. */
export function createAppStore(settings: Settings = INITIAL_SETTINGS): AppStore {
  const store = createStore<State>(() => ({
    ...fit(settings),
    notices: [],
    recordings: new Map(),
    missing: new Map(),
    results: NO_RESULTS,
    tasks: Object.fromEntries(Object.keys(CHANNELS).map((channel) => [channel, IDLE])) as Record<Channel, Task>,
    hover: null,
  }));
  const { setState, getState } = store;
  const setAll = (some: Partial<Settings>): void => setState(({ settings }) => fit({ ...settings, ...some }));

  const actions: Actions = {
    set: (key, value) => setAll({ [key]: value }),
    setAll,
    setText: (key, text) => {
      const setting = settingOf(key);
      const read = setting.parse(text);
      if (!read.ok) return { ...read.error, message: `${setting.label} ${read.error.message}.` };
      setAll({ [key]: read.value.value });
      if (read.value.adjusted !== undefined) actions.notify(`${setting.label} ${read.value.adjusted}.`);
      return null;
    },
    open: ({ settings, notices }) => setState(({ settings: { theme } }) => ({ ...fit({ ...settings, theme }), notices })),
    reset: () => setState({ ...fit(INITIAL_SETTINGS), notices: [] }),
    select: (cell) => setAll({ cell }),
    point: (hover) => setState({ hover }),
    notify: (...fresh) => setState(({ notices }) => ({ notices: [...fresh, ...notices.filter((old) => !fresh.includes(old))] })),
    dismiss: (...gone) => setState(({ notices }) => ({ notices: notices.filter((notice) => !gone.includes(notice)) })),
    addRecording: (name, recording) => setState(({ recordings }) => ({ recordings: new Map(recordings).set(name, recording) })),
    useRecording: (name) => {
      const recording = getState().recordings.get(name);
      if (recording !== undefined) setAll(settingsOfRecording(name, recording));
    },
    missRecording: (name, problem) => setState(({ missing }) => ({ missing: new Map(missing).set(name, problem) })),
    forgetRecording: (name) =>
      setState(({ recordings, missing }) => ({ recordings: recordings.has(name) ? without(recordings, name) : recordings, missing: missing.has(name) ? without(missing, name) : missing })),
    show: (channel, result) => setState(({ results }) => ({ results: { ...results, [channel]: result } })),
    report: (channel, task) => setState(({ tasks }) => ({ tasks: { ...tasks, [channel]: task } })),
  };
  return { ...store, actions };
}
