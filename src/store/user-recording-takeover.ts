import { isUserRecordingName } from '../recordings/user-recording-name';
import type { Recording } from '../recordings/recording';
import { THREAD } from '../recordings/thread';
import type { FigureId, FigureValues } from '../share/figure-settings';
import { partSettings } from '../share/figure-settings';
import type { SettingKey, Settings } from '../share/settings';
import { INITIAL_SETTINGS, settingOf } from '../share/settings';
import { firstValues } from '../share/setting-table';
import type { FigureStates, Values } from './figure-states';
import type { UserRecording } from './user-recording-state';
import { settingsOfRecording } from './recording-settings';
import type { AppStore } from './store';

/** Every figure that some file sets, and which of its settings names the recording. */
const NAMED_BY = { thread: 'threadOther', heatmap: 'recording', neighbours: 'recording', walks: 'library', 'kernel-map': 'recording' } as const satisfies { readonly [F in FigureId]?: keyof FigureValues<F> };

type TakenFigure = keyof typeof NAMED_BY;

const TAKEN_FIGURES = Object.keys(NAMED_BY) as TakenFigure[];

/** Settings of the page's parts. */
interface Parts {
  readonly lab: Partial<Settings>;
  readonly figures: { readonly [F in TakenFigure]?: Values };
}

/** Sets Lab and figures to the reader's recording, and back to what they were before the first one. */
export class UserRecordingTakeover {
  private before: Parts | null = null;
  /** What the recording that the page runs on has set. */
  private set: (Parts & { readonly name: string }) | null = null;

  constructor(
    private readonly page: AppStore,
    private readonly figures: FigureStates,
  ) {}

  begin({ name, recording }: UserRecording): void {
    if (this.before === null) this.before = this.asTheyStand();
    else this.putBack(this.before);
    this.set = { name, lab: settingsOfRecording(name, recording), figures: figuresWith(name, recording) };
    this.page.actions.setAll(this.set.lab);
    for (const id of TAKEN_FIGURES) {
      const values = this.set.figures[id];
      if (values !== undefined) this.figures.set(id, values);
    }
  }

  end(): void {
    if (this.before !== null) this.putBack(this.before);
    this.before = null;
    this.set = null;
  }

  /** A file's name that a link has left there is nothing to go back to. */
  private asTheyStand(): Parts {
    const { settings } = this.page.getState();
    const valuesOf = (id: TakenFigure): Values => {
      const values = this.figures.of(id);
      return isUserRecordingName(String(values[NAMED_BY[id]])) ? firstValues(partSettings(id)) : values;
    };
    return { lab: isUserRecordingName(settings.recording) ? INITIAL_SETTINGS : settings, figures: Object.fromEntries(TAKEN_FIGURES.map((id) => [id, valuesOf(id)])) };
  }

  /** Back goes what the recording has set and nobody has changed since, in the parts that still show the recording. */
  private putBack(before: Parts): void {
    const { set } = this;
    if (set === null) return;
    const { settings } = this.page.getState();
    if (settings.recording === set.name) {
      const untouched = (Object.keys(set.lab) as SettingKey[]).filter((key) => {
        const value = set.lab[key];
        return value !== undefined && settingOf(key).print(settings[key]) === settingOf(key).print(value);
      });
      this.page.actions.setAll(Object.fromEntries(untouched.map((key) => [key, before.lab[key]])));
    }
    for (const id of TAKEN_FIGURES) {
      if (this.figures.of(id)[NAMED_BY[id]] !== set.name) continue;
      // A reader may have chosen the recording where it was not set.
      const values = set.figures[id] ?? { [NAMED_BY[id]]: set.name };
      const untouched = Object.keys(values).filter((key) => this.figures.holds(id, { [key]: values[key] }));
      this.figures.set(id, Object.fromEntries(untouched.map((key) => [key, before.figures[id]?.[key]])));
    }
  }
}

/** What sets the figures to a recording. */
function figuresWith(name: string, recording: Recording): { readonly [F in TakenFigure]?: Partial<FigureValues<F>> } {
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
