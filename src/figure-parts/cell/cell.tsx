import { lazyPart } from '../../ui/lazy-part';

/** Comes when a reader opens an output: few embeds are for that. */
export const Cell = lazyPart('This output', async () => (await import('./cell-panel')).CellPanel);
