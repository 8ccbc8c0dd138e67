import { createContext } from 'react';

/** Why code of the page failed to load: the server can't be reached, it now has a newer version, or unknown. */
export type WhyMissing = 'offline' | 'newer' | 'unknown';

/** What a part whose code failed to load can find out and do. */
export interface PageVersion {
  readonly whyMissing: () => Promise<WhyMissing>;
  /** Reloads the page with its current settings. */
  readonly reload: () => void;
}

/** Null in a frame on somebody else's page, which can neither be checked nor reloaded. */
export const PageVersionContext = createContext<PageVersion | null>(null);
