import { createContext } from 'react';

/** Why code of the page did not come: nobody is reached, a newer version lies there now, or nobody knows. */
export type WhyMissing = 'offline' | 'newer' | 'unknown';

/** What a part whose code did not come can learn, and do. */
export interface PageVersion {
  readonly whyMissing: () => Promise<WhyMissing>;
  /** Loads the page anew, as it is set. */
  readonly reload: () => void;
}

/** None where the page can neither be asked nor loaded anew: in somebody else's frame. */
export const PageVersionContext = createContext<PageVersion | null>(null);
