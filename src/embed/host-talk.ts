import type { Later } from '../lib/later';
import type { EmbedLink } from '../share/embed-link';
import { readMessageSettings, toldSettings } from '../share/embed-link';
import type { EmbedNews, HostRequest } from '../share/embed-messages';
import { parseHostMessage } from '../share/embed-messages';
import { selectionOf } from '../share/embed-selection';
import type { AppStore } from '../store/store';

/** The page around the embed, as far as the embed needs it. */
export interface HostPage {
  readonly tell: (news: EmbedNews) => void;
  /** Calls back with the data of each message from this page, and from no one else. */
  readonly listen: (heard: (data: unknown) => void) => void;
}

interface TalkOptions {
  readonly link: Pick<EmbedLink, 'part' | 'preset' | 'values'>;
  readonly store: AppStore;
  readonly later: Later;
  readonly onTheme: (look: Omit<Extract<HostRequest, { type: 'theme' }>, 'type'>) => void;
}

/** Long enough for a drag to end, short enough for a host page to follow. */
const QUIET_MS = 150;

/** Tells the page around the embed what is set and selected, once that has been quiet for a moment, and obeys its messages. */
export function startTalk(page: HostPage, { link, store, later, onTheme }: TalkOptions): void {
  const { part, preset } = link;
  let begun = link.values;
  const { getState, actions } = store;
  const settingsNow = (): string => toldSettings(part, preset, getState().parts[part], begun);
  const selectionNow = (): ReturnType<typeof selectionOf> => selectionOf(part, getState().parts[part]);
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
  store.subscribe((now, before) => {
    if (now.parts === before.parts) return;
    callOff?.();
    callOff = later(tellChanges, QUIET_MS);
  });
  page.listen((data) => {
    const request = parseHostMessage(data);
    if (request?.type === 'theme') onTheme(request);
    else if (request?.type === 'settings') {
      const read = readMessageSettings(part, preset, request.settings);
      begun = { ...begun, ...read.values };
      actions.setPart(part, read.values);
      // Notices about a message stay until the next message.
      actions.dismiss(...said);
      actions.notify(...read.notices);
      said = read.notices;
    }
  });
  page.tell({ type: 'ready' });
}
