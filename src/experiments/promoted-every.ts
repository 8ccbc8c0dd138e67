/** Products after which DeepSeek-V3 adds a partial sum to a float32 accumulator (arXiv 2412.19437, §3.3.2). */
export const PROMOTED_EVERY = 128;
