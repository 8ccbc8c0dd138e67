import { EMBED_NAME, EMBED_VERSION, MOST_EMBED_HEIGHT } from '../lib/embed-protocol';
import type { EmbedLook } from './embed-settings';
import { EMBED_SETTINGS } from './embed-settings';
import { MAX_SEARCH } from './page-link';

/** What an embed tells the page around it. */
export type EmbedNews =
  | { readonly type: 'ready' }
  /** What it takes to show all of it, in CSS pixels. */
  | { readonly type: 'height'; readonly height: number }
  /** Everything that differs from how the embed began, as a query without `?`. */
  | { readonly type: 'settings'; readonly settings: string }
  /** The place that is selected, by the names that links have for it. */
  | { readonly type: 'selection'; readonly selection: Readonly<Record<string, string | number>> | null };

/** The news as it is posted. */
export function embedMessage(news: EmbedNews): EmbedNews & { readonly source: string; readonly version: number } {
  return { source: EMBED_NAME, version: EMBED_VERSION, ...news };
}

/** Reads what an embed has told, as far as its height and settings go. Null for everything else. Never throws. */
export function parseEmbedNews(data: unknown): Extract<EmbedNews, { type: 'height' | 'settings' }> | null {
  if (typeof data !== 'object' || data === null) return null;
  const { source, version, type, height, settings } = data as Readonly<Record<string, unknown>>;
  if (source !== EMBED_NAME || version !== EMBED_VERSION) return null;
  if (type === 'height') return typeof height === 'number' && height > 0 && height <= MOST_EMBED_HEIGHT ? { type, height } : null;
  return type === 'settings' && typeof settings === 'string' && settings.length <= MAX_SEARCH ? { type, settings } : null;
}

/** What the page around an embed may ask of it. */
export type HostRequest = { readonly type: 'settings'; readonly settings: string } | ({ readonly type: 'theme' } & Partial<Pick<EmbedLook, 'theme' | 'accent'>>);

/**
 * Reads a message from anyone. Null for what is not meant for an embed: of another kind or version, of a wrong type, too
 * long, or with a theme or an accent that can't be read. Never throws: a message is a structured clone, so it has no
 * getters, but it can be anything else.
 */
export function parseHostMessage(data: unknown): HostRequest | null {
  if (typeof data !== 'object' || data === null) return null;
  const { target, version, type, settings, theme, accent } = data as Readonly<Record<string, unknown>>;
  if (target !== EMBED_NAME || version !== EMBED_VERSION) return null;
  if (type === 'settings') return typeof settings === 'string' && settings.length <= MAX_SEARCH ? { type, settings } : null;
  if (type !== 'theme') return null;
  const looks = { ...lookFrom('theme', theme), ...lookFrom('accent', accent) };
  return Object.keys(looks).length === 0 ? null : { type, ...looks };
}

/** What a message says of one part of the look; nothing where it says nothing that can be read. */
function lookFrom<K extends 'theme' | 'accent'>(key: K, text: unknown): Partial<Pick<EmbedLook, K>> {
  if (typeof text !== 'string') return {};
  const read = EMBED_SETTINGS[key].parse(text);
  return read.ok ? ({ [key]: read.value.value } as Pick<EmbedLook, K>) : {};
}
