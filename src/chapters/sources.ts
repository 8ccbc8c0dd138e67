export interface Source {
  /** As it is cited in the text: "Higham 1993". */
  readonly short: string;
  readonly full: string;
  readonly url: string;
  /** What this page takes from it. */
  readonly claim: string;
}

/** What the page builds on and compares with, by key. */
export const SOURCES = {
  'higham-1993': {
    short: 'Higham 1993',
    full: 'N. J. Higham, The accuracy of floating point summation, SIAM J. Sci. Comput. 14(4), 1993',
    url: 'https://doi.org/10.1137/0914050',
    claim: 'One error bound for every order of a sum.',
  },
  'higham-2002': {
    short: 'Higham 2002',
    full: 'N. J. Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., SIAM, 2002, ch. 4',
    url: 'https://doi.org/10.1137/1.9780898718027',
    claim: 'Summation methods and their bounds.',
  },
  'higham-mary-2019': {
    short: 'Higham and Mary 2019',
    full: 'N. J. Higham and T. Mary, A new approach to probabilistic rounding error analysis, SIAM J. Sci. Comput. 41(5), 2019',
    url: 'https://doi.org/10.1137/18M1226312',
    claim: 'A bound with √n in place of n, and when it holds; here with the height h of a tree for n.',
  },
  'blanchard-2020': {
    short: 'Blanchard, Higham and Mary 2020',
    full: 'P. Blanchard, N. J. Higham and T. Mary, A class of fast and accurate summation algorithms, SIAM J. Sci. Comput. 42(3), 2020',
    url: 'https://doi.org/10.1137/19M1257780',
    claim: 'Blocked summation and its bound.',
  },
  'boldo-melquiond-2008': {
    short: 'Boldo and Melquiond 2008',
    full: 'S. Boldo and G. Melquiond, Emulation of a FMA and correctly rounded sums: proved algorithms using rounding to odd, IEEE Trans. Comput. 57(4), 2008',
    url: 'https://doi.org/10.1109/TC.2007.70819',
    claim: 'An exact fused multiply-add from plain arithmetic.',
  },
  'ogita-2005': {
    short: 'Ogita, Rump and Oishi 2005',
    full: 'T. Ogita, S. M. Rump and S. Oishi, Accurate sum and dot product, SIAM J. Sci. Comput. 26(6), 2005',
    url: 'https://doi.org/10.1137/030601818',
    claim: 'The exact values that errors are measured against.',
  },
  'goto-2008': {
    short: 'Goto and van de Geijn 2008',
    full: 'K. Goto and R. A. van de Geijn, Anatomy of high-performance matrix multiplication, ACM Trans. Math. Softw. 34(3), 2008',
    url: 'https://doi.org/10.1145/1356052.1356053',
    claim: 'Why a matrix product is cut into blocks along K and its operands are packed into tiles.',
  },
  fprev: {
    short: 'FPRev',
    full: 'P. Xie et al., FPRev: Revealing floating-point summation order in software/hardware implementations, USENIX ATC 2025',
    url: 'https://www.usenix.org/conference/atc25/presentation/xie',
    claim: 'How a summation order is read off from outside.',
  },
  'thinking-machines-2025': {
    short: 'Thinking Machines Lab 2025',
    full: 'H. He and Thinking Machines Lab, Defeating nondeterminism in LLM inference, 2025',
    url: 'https://thinkingmachines.ai/blog/defeating-nondeterminism-in-llm-inference/',
    claim: 'Completions that diverge because batches differ, and what batch-invariant kernels cost.',
  },
  'pytorch-notes': {
    short: 'PyTorch’s notes',
    full: 'PyTorch documentation, Numerical accuracy',
    url: 'https://docs.pytorch.org/docs/stable/notes/numerical_accuracy.html',
    claim: 'What the library promises about batched computations: nothing to the bit.',
  },
  'assert-close': {
    short: 'torch.testing.assert_close',
    full: 'PyTorch documentation, torch.testing',
    url: 'https://docs.pytorch.org/docs/stable/testing.html',
    claim: 'Default tolerances by dtype.',
  },
  allclose: {
    short: 'numpy.allclose',
    full: 'NumPy documentation, numpy.allclose and numpy.testing.assert_allclose',
    url: 'https://numpy.org/doc/stable/reference/generated/numpy.allclose.html',
    claim: 'The test, its defaults and its asymmetry.',
  },
} as const satisfies Record<string, Source>;

export type SourceKey = keyof typeof SOURCES;
