/** Calls back after so many milliseconds, unless it is called off. */
export function later(callback: () => void, milliseconds: number): () => void {
  const timer = setTimeout(callback, milliseconds);
  return () => clearTimeout(timer);
}

/** The same, by whichever clock. */
export type Later = typeof later;
