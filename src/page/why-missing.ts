import type { WhyMissing } from '../ui/page-version';

/** What can be found out about the page on its server now. */
export interface VersionHost {
  readonly isOnline: () => boolean;
  /** Address of this page's entry script, as in its HTML; null if it has none of its own. */
  readonly entry: string | null;
  /** The page's current HTML, null if the server has none; rejects if no server is reached. */
  readonly readPage: () => Promise<string | null>;
}

/** The first script of the page's HTML: its name changes with every release. */
const ENTRY = /<script\b[^>]*\btype="module"[^>]*\bsrc="([^"]+)"/;

/** Why a script of the page did not load: after a release the old scripts are gone. Never rejects. */
export async function whyMissing({ isOnline, entry, readPage }: VersionHost): Promise<WhyMissing> {
  if (!isOnline()) return 'offline';
  try {
    const [, now] = ENTRY.exec((await readPage()) ?? '') ?? [];
    return entry !== null && now !== undefined && now !== entry ? 'newer' : 'unknown';
  } catch {
    return 'offline';
  }
}

/** This page, and its server. */
export function thisPage(): VersionHost {
  return {
    isOnline: () => navigator.onLine,
    entry: document.querySelector('script[type="module"][src]')?.getAttribute('src') ?? null,
    readPage: async () => {
      const answer = await fetch(window.location.pathname, { cache: 'no-store' });
      return answer.ok ? answer.text() : null;
    },
  };
}
