import { useSyncExternalStore } from 'react';
import { rememberedGuess, subscribeToGuesses } from './remembered-guesses';

/** What the reader has guessed; empty for one who asked to see without guessing, null before either. */
export function useGuess(id: string): string | null {
  return useSyncExternalStore(subscribeToGuesses, () => rememberedGuess(id), () => null);
}
