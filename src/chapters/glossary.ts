/** Terms that the text explains in place, in one or two plain sentences each. */
export const GLOSSARY = {
  float32: 'The 32-bit floating-point format of IEEE 754: a sign, 8 bits of exponent, 24 significant bits, one of which is not stored.',
  ulp: 'Unit in the last place: the step from one float32 to the next. It grows with the number, so “2 ulp” says nothing about size by itself.',
  'unit roundoff': 'u = 2⁻²⁴ for float32: the largest relative error of one rounding to the nearest number.',
  notation: '0 is the product x[0]·w[0], rounded; *2 is the product x[2]·w[2], added by one fused multiply-add; 8..764:4 is 8 + 12 + … + 764; b is the bias. What is in brackets is added up first.',
  associative: 'An operation is associative if brackets don’t matter: (a + b) + c = a + (b + c). Real addition is; float32 addition isn’t.',
  'fused multiply-add': 'x·w + s in one instruction with one rounding, where a separate product and sum round twice.',
  lane: 'One of the 4, 8 or 16 numbers that a vector instruction works on side by side. Each lane keeps a partial sum of its own.',
  gemm: 'General matrix–matrix multiplication: the BLAS routine that computes a batch of rows. Its matrix–vector sibling is gemv.',
  'split-K': 'Cutting the K products of a sum into stretches that separate threads or tiles add up, and that are joined at the end.',
  'condition number': 'Σ|x·w| / |Σx·w|: how much of a sum cancels. At 1 nothing does; at 10⁶ an error counts a million times as much in the result, which costs about six of its digits.',
  'catastrophic cancellation': 'Subtracting nearly equal numbers: the digits that agree vanish, and earlier rounding errors are what is left.',
  'pairwise summation': 'Adding up each half on its own, down to short runs. The tree is about log₂K high, and the error bound grows no faster.',
  'compensated summation': 'Carrying along what each addition threw away, and adding it back (Kahan, Neumaier).',
  'batch-invariant': 'Giving a row the same bits however many other rows are in the call, and wherever it stands among them.',
  deterministic: 'Giving the same bits when the same call is made again. It says nothing about another batch size, or another place in the batch.',
  'tensor core': 'The unit of an NVIDIA GPU that multiplies small matrices: one step adds several products to an accumulator at once.',
  accumulator: 'The running sum: each step adds its products to it and hands it on to the next.',
  adder: 'What adds in a tensor core: how many products it takes at once, where it cuts them and how it rounds the result differ between GPUs.',
  'multi-term addition': 'Adding several numbers at once: all are aligned under the largest, and only their sum is rounded or cut, not every partial sum.',
  TF32: 'float32 with 10 of its 23 fraction bits: the format in which tensor cores read float32 inputs where they may.',
  float8: 'Formats of 8 bits: e4m3 has 4 bits of exponent and 3 of fraction, e5m2 has 5 and 2.',
  height: 'The largest number of roundings that a product goes through on its way to the result.',
} as const;

export type GlossaryTerm = keyof typeof GLOSSARY;
