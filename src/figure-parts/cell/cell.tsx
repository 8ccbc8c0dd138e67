import { lazyPart } from '../../ui/lazy-part';

/** An output in brief, beside its map. */
export const SweepCell = lazyPart('This output', async () => (await import('./cell-panel')).SweepCellPanel);
export const WholeCell = lazyPart('This output', async () => (await import('./cell-panel')).WholeCellPanel);

/** Its sums in full, which load when a reader chooses an output. */
export const SweepSums = lazyPart('The two sums', async () => (await import('./cell-sums')).SweepCellSums);
export const WholeSums = lazyPart('The two sums', async () => (await import('./cell-sums')).WholeCellSums);
