export interface Source {
  /** As cited in the text: "Higham 1993". */
  readonly short: string;
  readonly full: string;
  readonly url: string;
  /** What this page uses from it. */
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
    full: 'N. J. Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., SIAM, 2002, ch. 3 and 4',
    url: 'https://doi.org/10.1137/1.9780898718027',
    claim: 'Summation methods and their bounds, the running error bound (§3.3), and the backward error of a sum.',
  },
  'higham-mary-2019': {
    short: 'Higham and Mary 2019',
    full: 'N. J. Higham and T. Mary, A new approach to probabilistic rounding error analysis, SIAM J. Sci. Comput. 41(5), 2019',
    url: 'https://doi.org/10.1137/18M1226312',
    claim: 'A bound with λ√n in place of n, and the least probability with which it holds. At λ = 1 that guarantees nothing: √h·u, with a tree’s height h for n, is a rule of thumb here.',
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
    claim: 'A correctly rounded fused multiply-add from plain arithmetic.',
  },
  'ogita-2005': {
    short: 'Ogita, Rump and Oishi 2005',
    full: 'T. Ogita, S. M. Rump and S. Oishi, Accurate sum and dot product, SIAM J. Sci. Comput. 26(6), 2005',
    url: 'https://doi.org/10.1137/030601818',
    claim: 'The exact values that errors are measured against.',
  },
  'shewchuk-1997': {
    short: 'Shewchuk 1997',
    full: 'J. R. Shewchuk, Adaptive precision floating-point arithmetic and fast robust geometric predicates, Discrete Comput. Geom. 18, 1997',
    url: 'https://doi.org/10.1007/PL00009321',
    claim: 'Exact sums of any floating-point numbers, rounded once at the end.',
  },
  'neumaier-1974': {
    short: 'Neumaier 1974',
    full: 'A. Neumaier, Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen, Z. Angew. Math. Mech. 54, 1974',
    url: 'https://doi.org/10.1002/zamm.19740540106',
    claim: 'Kahan’s sum for terms that may be larger than the sum.',
  },
  'wilson-1927': {
    short: 'Wilson 1927',
    full: 'E. B. Wilson, Probable inference, the law of succession, and statistical inference, J. Am. Stat. Assoc. 22, 1927',
    url: 'https://doi.org/10.1080/01621459.1927.10502953',
    claim: 'The interval of a rate, also where nothing was hit.',
  },
  'goto-2008': {
    short: 'Goto and van de Geijn 2008',
    full: 'K. Goto and R. A. van de Geijn, Anatomy of high-performance matrix multiplication, ACM Trans. Math. Softw. 34(3), 2008',
    url: 'https://doi.org/10.1145/1356052.1356053',
    claim: 'Why a matrix product is cut into blocks along K and its operands are packed into tiles.',
  },
  fprev: {
    short: 'FPRev',
    full: 'P. Xie, Y. Gao, Y. Wang and J. Xue, Revealing floating-point accumulation orders in software/hardware implementations, USENIX ATC 2025',
    url: 'https://arxiv.org/abs/2411.00442',
    claim: 'How a summation order is read off from outside.',
  },
  'mma-sim': {
    short: 'MMA-Sim',
    full: 'P. Xie, Y. Wang, F. Yang and M. Yang, MMA-Sim: bit-accurate reference model of tensor cores and matrix cores, 2025',
    url: 'https://arxiv.org/abs/2511.10909',
    claim: 'How the tensor cores of ten architectures add, to the bit, and the sum with three results.',
  },
  'khattak-mikaitis-2025': {
    short: 'Khattak and Mikaitis 2025',
    full: 'F. A. Khattak and M. Mikaitis, Accurate models of NVIDIA tensor cores, 2025',
    url: 'https://arxiv.org/abs/2512.07004',
    claim: 'The same rules, found independently, and the outputs of GPUs that this page’s arithmetic was held against.',
  },
  'fasi-2021': {
    short: 'Fasi and others 2021',
    full: 'M. Fasi, N. J. Higham, M. Mikaitis and S. Pranesh, Numerical behavior of NVIDIA tensor cores, PeerJ Comput. Sci. 7, 2021',
    url: 'https://doi.org/10.7717/peerj-cs.330',
    claim: 'That tensor cores add without normalising in between, and cut instead of rounding.',
  },
  'valpey-2025': {
    short: 'Valpey and others 2025',
    full: 'B. Valpey, X. Li, S. Pai and G. Gopalakrishnan, An SMT formalization of mixed-precision matrix multiplication: modeling three generations of tensor cores, 2025',
    url: 'https://arxiv.org/abs/2502.15999',
    claim: 'The dissenting view: that accumulation does not round toward zero.',
  },
  'mikaitis-2024': {
    short: 'Mikaitis 2024',
    full: 'M. Mikaitis, Monotonicity of multi-term floating-point adders, IEEE Trans. Comput. 73, 2024',
    url: 'https://arxiv.org/abs/2304.01407',
    claim: 'Why a sum of several terms can fall when one of them rises.',
  },
  'deepseek-v3': {
    short: 'DeepSeek-AI 2024',
    full: 'DeepSeek-AI, DeepSeek-V3 technical report, 2024, §3.3.2',
    url: 'https://arxiv.org/abs/2412.19437',
    claim: 'About 14 bits kept by float8 on Hopper, and partial sums promoted to float32 every 128 products.',
  },
  'thinking-machines-2025': {
    short: 'Thinking Machines Lab 2025',
    full: 'H. He and Thinking Machines Lab, Defeating nondeterminism in LLM inference, 2025',
    url: 'https://thinkingmachines.ai/blog/defeating-nondeterminism-in-llm-inference/',
    claim: 'Completions that diverge because batches differ; what batch-invariant kernels do, and what they cost: for a matrix product alone, and for whole requests.',
  },
  'summers-2021': {
    short: 'Summers and Dinneen 2021',
    full: 'C. Summers and M. J. Dinneen, Nondeterminism and instability in neural network optimization, ICML 2021',
    url: 'https://proceedings.mlr.press/v139/summers21a.html',
    claim: 'One changed bit of the starting weights, and training ends in vastly different ones; all sources of nondeterminism have similar effects.',
  },
  'vllm-batch-invariance': {
    short: 'vLLM’s documentation',
    full: 'vLLM documentation, Batch invariance',
    url: 'https://docs.vllm.ai/en/stable/features/batch_invariance/',
    claim: 'The switch of a server for language models, and the GPUs it needs.',
  },
  'mkl-cnr': {
    short: 'MKL’s reference',
    full: 'Intel oneMKL 2024.2 developer reference, Named constants for CNR control',
    url: 'https://www.intel.com/content/www/us/en/docs/onemkl/developer-reference-fortran/2024-2/named-constants-for-cnr-control.html',
    claim: 'What MKL’s reproducibility modes choose: a code branch. Batch sizes are not among what they promise.',
  },
  'pytorch-notes': {
    short: 'PyTorch’s notes',
    full: 'PyTorch documentation, Numerical accuracy',
    url: 'https://docs.pytorch.org/docs/stable/notes/numerical_accuracy.html',
    claim: 'What the library promises about batched computations: nothing to the bit; what of float32 TF32 reads; and that partial sums may be rounded to short formats.',
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
