import { lazyPart } from '../../ui/lazy-part';

/** They load when a reader opens an output, which few embeds are for. */
export const SweepCell = lazyPart('This output', async () => (await import('./cell-panel')).SweepCellPanel);

export const WholeCell = lazyPart('This output', async () => (await import('./cell-panel')).WholeCellPanel);
