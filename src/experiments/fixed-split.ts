/** Products in a stretch of the fixed split, whatever the batch: split-K with a split that K alone decides. */
export const FIXED_SPLIT = 256;
