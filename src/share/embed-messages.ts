import { EMBED_NAME, EMBED_VERSION, MOST_EMBED_HEIGHT } from '../lib/embed-protocol';
import type { EmbedLook } from './embed-settings';
import { EMBED_SETTINGS } from './embed-settings';
import { MAX_SEARCH } from './page-link';

/** What an embed tells the surrounding page. */
export type EmbedNews =
  | { readonly type: 'ready' }
  /** The height it needs to show everything, in CSS pixels. */
  | { readonly type: 'height'; readonly height: number }
  /** Everything that differs from how the embed started, as a query without `?`. */
  | { readonly type: 'settings'; readonly settings: string }
  /** The selected place, by its settings' names in links. */
  | { readonly type: 'selection'; readonly selection: Readonly<Record<string, string | number>> | null };

/** The news as posted. */
export function embedMessage(news: EmbedNews): EmbedNews & { readonly source: string; readonly version: number } {
  return { source: EMBED_NAME, version: EMBED_VERSION, ...news };
}

/** Reads an embed's news of its height or its settings; null for everything else. Never throws. */
export function parseEmbedNews(data: unknown): Extract<EmbedNews, { type: 'height' | 'settings' }> | null {
  if (typeof data !== 'object' || data === null) return null;
  const { source, version, type, height, settings } = data as Readonly<Record<string, unknown>>;
  if (source !== EMBED_NAME || version !== EMBED_VERSION) return null;
  if (type === 'height') return typeof height === 'number' && height > 0 && height <= MOST_EMBED_HEIGHT ? { type, height } : null;
  return type === 'settings' && typeof settings === 'string' && settings.length <= MAX_SEARCH ? { type, settings } : null;
}

/** What the surrounding page may ask of an embed. */
export type HostRequest = { readonly type: 'settings'; readonly settings: string } | ({ readonly type: 'theme' } & Partial<Pick<EmbedLook, 'theme' | 'accent'>>);

/**
 * Reads an untrusted message. Null if it is not for an embed: of another kind or version, of a wrong type, too long, or
 * with a theme or an accent that can't be read. Never throws: a message is a structured clone, so it has no getters, but
 * it can be anything else.
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

/** One part of the look as a message sets it; empty if the message sets nothing readable. */
function lookFrom<K extends 'theme' | 'accent'>(key: K, text: unknown): Partial<Pick<EmbedLook, K>> {
  if (typeof text !== 'string') return {};
  const read = EMBED_SETTINGS[key].parse(text);
  return read.ok ? ({ [key]: read.value.value } as Pick<EmbedLook, K>) : {};
}
