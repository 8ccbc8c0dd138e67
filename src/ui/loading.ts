import { createContext } from 'react';

/** Told that code of a part begins to load; what it gives back is called when that has come, or has failed. */
export const LoadingContext = createContext<(() => () => void) | null>(null);
