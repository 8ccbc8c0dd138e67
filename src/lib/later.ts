/** Calls `callback` after this many milliseconds; the returned function cancels it. */
export function later(callback: () => void, milliseconds: number): () => void {
  const timer = setTimeout(callback, milliseconds);
  return () => clearTimeout(timer);
}

/** `later`, on any clock. */
export type Later = typeof later;
