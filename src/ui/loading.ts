import { createContext } from 'react';

/** Called when a part's code begins to load; the function it returns is called when that has loaded or failed. */
export const LoadingContext = createContext<(() => () => void) | null>(null);
