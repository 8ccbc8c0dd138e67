import { lazyPart } from '../../ui/lazy-part';

/** Loads when a reader opens an output, which few embeds are for. */
export const Cell = lazyPart('This output', async () => (await import('./cell-panel')).CellPanel);
