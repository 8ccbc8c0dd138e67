import type { EmbedLink } from '../share/embed-link';
import { readEmbedSettings, toldSettings } from '../share/embed-link';
import type { EmbedNews, HostRequest } from '../share/embed-messages';
import { parseHostMessage } from '../share/embed-messages';
import { selectionOf } from '../share/embed-selection';
import { pairsOf } from '../share/query-text';
import type { EffectsHost } from '../store/effects';
import type { FigureTarget } from '../store/figure-states';
import type { Actions } from '../store/store';

/** The page around the embed, as far as it concerns the embed. */
export interface HostPage {
  readonly tell: (news: EmbedNews) => void;
  /** Calls back with the data of each message that this page, and nobody else, has sent. */
  readonly listen: (heard: (data: unknown) => void) => void;
}

interface TalkOptions {
  readonly link: Pick<EmbedLink, 'part' | 'preset' | 'values'>;
  readonly target: FigureTarget;
  readonly later: EffectsHost['later'];
  readonly onTheme: (look: Omit<Extract<HostRequest, { type: 'theme' }>, 'type'>) => void;
  /** Where it is said what of a message could not be taken, until another message comes. */
  readonly notices: Pick<Actions, 'notify' | 'dismiss'>;
}

/** Long enough for a drag to end, short enough for a page that follows. */
const QUIET_MS = 150;

/** Tells the page around the embed what is set and selected, once it has been quiet for a moment, and does what it asks. */
export function startTalk(page: HostPage, { link, target, later, onTheme, notices }: TalkOptions): void {
  const { part, preset } = link;
  let given = link.values;
  const settingsNow = (): string => toldSettings(part, preset, target.read(), given);
  const selectionNow = (): ReturnType<typeof selectionOf> => selectionOf(part, target.read());
  let settings = settingsNow();
  let selection = JSON.stringify(selectionNow());
  let said: readonly string[] = [];
  let callOff: (() => void) | null = null;

  const tellChanges = (): void => {
    callOff = null;
    const now = { settings: settingsNow(), selection: selectionNow() };
    if (now.settings !== settings) page.tell({ type: 'settings', settings: now.settings });
    if (JSON.stringify(now.selection) !== selection) page.tell({ type: 'selection', selection: now.selection });
    settings = now.settings;
    selection = JSON.stringify(now.selection);
  };
  target.subscribe(() => {
    callOff?.();
    callOff = later(tellChanges, QUIET_MS);
  });
  page.listen((data) => {
    const request = parseHostMessage(data);
    if (request?.type === 'theme') onTheme(request);
    else if (request?.type === 'settings') {
      const read = readEmbedSettings(part, preset, pairsOf(request.settings));
      given = read.values;
      target.write(read.values);
      notices.dismiss(...said);
      notices.notify(...read.notices);
      said = read.notices;
    }
  });
  page.tell({ type: 'ready' });
}
