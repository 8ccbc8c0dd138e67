/** Text of a file that the published page has beside it, by its path; null for one that there is none of. May reject. */
export type ReadPageFile = (path: string) => Promise<string | null>;

let carried: ReadPageFile | null = null;

/** Takes the files that readers can save from elsewhere than beside the page: for an entry with nothing beside it. */
export function carryPageFiles(from: ReadPageFile): void {
  carried = from;
}

/** What reads such a file out of the page itself; null where it lies beside the page, and a link leads to it. */
export function carriedFiles(): ReadPageFile | null {
  return carried;
}
