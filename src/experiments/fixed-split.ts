/** Products per slice of the fixed split: split-K with a split that depends on K alone, not on the batch. */
export const FIXED_SPLIT = 256;
