const KEY = 'batch-of-one:guess:';

/** The guesses of this visit; null for one that was taken back. */
const guesses = new Map<string, string | null>();
const listeners = new Set<() => void>();

/** The session storage; null if the page may not store anything, as in a sandboxed frame. */
function storage(): Storage | null {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}

/** What the reader guessed earlier in this visit, or null. */
export function rememberedGuess(id: string): string | null {
  let guess = guesses.get(id);
  if (guess === undefined) {
    guess = storage()?.getItem(KEY + id) ?? null;
    guesses.set(id, guess);
  }
  return guess;
}

/** Keeps a guess for the visit; null forgets it. */
export function rememberGuess(id: string, guess: string | null): void {
  guesses.set(id, guess);
  try {
    if (guess === null) storage()?.removeItem(KEY + id);
    else storage()?.setItem(KEY + id, guess);
  } catch {
    // If storage is full, the guess is lost at the next reload; the visit goes on.
  }
  for (const listener of listeners) listener();
}

export function subscribeToGuesses(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
