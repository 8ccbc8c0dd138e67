import type { Remedy, RemedyName } from '../../experiments/remedies';
import { FIXED_SPLIT } from '../../experiments/fixed-split';
import type { Provenance } from '../../experiments/order-schedule';
import { sizeText } from '../../lib/size-text';
import { outputsDiffer } from '../../lib/words';

/** What fills the blanks in a row's text. */
export interface RemedyFacts {
  readonly remedy: Remedy;
  readonly N: number;
  readonly batch: number;
  /** Whether PyTorch’s generator drew the weights and inputs. */
  readonly drawn: boolean;
  /** Of the library's own orders. */
  readonly provenance: Provenance;
  /** Threads that the recorded library ran on; null while the recording is loading. */
  readonly threads: number | null;
}

interface RemedyText {
  readonly name: string;
  readonly not: string;
  /** Where the count comes from, if the library would have to be run for it, in a word or two. */
  readonly basis?: (facts: RemedyFacts) => string;
  readonly explain: (facts: RemedyFacts) => string;
  /** What was measured on a library rather than computed here, and in which setup. */
  readonly measured?: string;
}

const orDots = (value: number | null): string => (value === null ? '…' : String(value));

function readWith(threads: number | null): string {
  return threads === null ? '' : `The orders here were already read with ${threads === 1 ? 'one thread' : `${threads} threads`}, and `;
}

/** Each remedy in words. All numbers that can be computed are. */
export const REMEDY_TEXTS: Readonly<Record<RemedyName, RemedyText>> = {
  none: {
    name: 'Leave it as it is',
    not: 'anything: each batch size may have its own order',
    explain: ({ remedy, N, batch }) => `The library’s own orders for 1 row and for ${batch} rows. ${outputsDiffer(remedy.differing, N)}, by at most ${sizeText(remedy.maxDifference)} of Σ|x·w|.`,
  },
  'same-order': {
    name: 'Same order for every batch and place',
    not: 'a more accurate result, or the same bits on another machine or version',
    explain: ({ batch }) =>
      `Either use batch-invariant kernels, which add the same way at every size and give up the fastest shape for each, or pad each call to one batch size (here ${batch}; its other rows are computed and thrown away) and keep each row in one place: chapter 5 shows a library that changes the order with the place. Computed here for row 0.`,
    measured:
      'torch._inductor.config.batch_invariant is for Triton kernels only: on a CPU, PyTorch 2.13 compiled with it still calls MKL, and 711 of 768 outputs differ between batch 1 and 4, as without it.',
  },
  'fixed-split': {
    name: 'Fixed split size',
    not: 'anything, unless the order within the stretches and of joining them is fixed too',
    explain: ({ remedy, N }) =>
      `A kernel that cuts the K products into stretches often picks their number by how much other work there is: 8 stretches against 2 differ in ${orDots(remedy.aside)} of ${N} outputs. Cutting after every ${FIXED_SPLIT} products instead, whatever the batch, gives every call the same stretches, and one tree if they are added up and joined alike.`,
  },
  pairwise: {
    name: 'Pairwise',
    not: 'equal bits: halves of a different sequence are different sums',
    explain: ({ remedy, N }) =>
      `Each half is added up on its own, down to runs of 8: as many additions, a lower tree. Each batch size keeps its own sequence of products here; ${remedy.differing} of ${N} outputs still differ, by at most ${sizeText(remedy.maxDifference)} of Σ|x·w|.`,
  },
  kahan: {
    name: 'Compensated (Kahan)',
    not: 'equal bits: its result is near, not exact',
    explain: () => 'Each term takes three more operations, which carry along what the addition before it lost. The products are still rounded. Compilers with fast-math flags may remove the correction, because in real arithmetic it is zero.',
  },
  neumaier: {
    name: 'Compensated (Neumaier)',
    not: 'equal bits: now and then, two results round in different directions',
    explain: ({ remedy, N }) =>
      `Like Kahan’s, but it also works where a term is larger than the sum, and corrects once, at the end. Both calls come very near the exact sum of the same rounded products; ${remedy.differing === 0 ? 'none' : remedy.differing} of ${N} outputs differ here. It also costs a comparison per term.`,
  },
  'float64-sums': {
    name: 'float64 sums, float32 result',
    not: 'equal bits: the two wide sums can lie on either side of a rounding boundary',
    explain: ({ remedy, N }) => `Modelled: inputs and outputs stay float32; products and sums are float64, in the library’s float32 orders, rounded once at the end. ${remedy.differing === 0 ? 'None' : remedy.differing} of ${N} outputs differ here. Many processors do float64 at half speed or far less.`,
  },
  float64: {
    name: 'float64 throughout',
    not: 'an end to the differences: they move to lower digits, and stay',
    explain: ({ remedy, N, drawn }) =>
      `Modelled: the library’s float32 orders, carried over to float64; its float64 kernel has orders of its own. Compared as float64, ${outputsDiffer(remedy.differing, N)}, by at most ${sizeText(remedy.maxDifference)} of Σ|x·w|; rounded to float32, ${remedy.aside === 0 ? 'none' : orDots(remedy.aside)} do.${drawn ? ' PyTorch draws its numbers with 24 random bits, which is kind to float64: some sums then lose nothing at all. Try normal ones.' : ''}`,
    measured: 'PyTorch 2.13 itself in float64 (MKL 2024.2, one thread, 768 → 768, seed 72): 364 of 768 outputs differ between batch 1 and 2, and 661 between batch 1 and 4 or more.',
  },
  'one-thread': {
    name: 'One thread',
    not: 'one order for all batch sizes: kernels are picked by shape',
    basis: ({ provenance, threads }) => (provenance === 'recorded' && threads === 1 ? 'recorded' : 'not run'),
    explain: ({ remedy, N, threads }) =>
      `Threads change an order where they split K: 8 stretches against a single one differ in ${orDots(remedy.aside)} of ${N} outputs, and one thread removes that. ${readWith(threads)}${remedy.differing} ${remedy.differing === 1 ? 'output differs' : 'outputs differ'} all the same.`,
  },
  deterministic: {
    name: 'Deterministic flags',
    not: 'batch invariance: a repeated call is not a call of another size',
    basis: () => 'not run',
    explain: ({ remedy, threads }) =>
      `The flag was not run here: these are the library’s own orders, which it leaves as they are. torch.use_deterministic_algorithms(True) makes operations that can vary from run to run repeat themselves, or refuse; a linear layer on the CPU is not on PyTorch’s list of them. It does not pick a different order for any batch size. ${readWith(threads)}${remedy.differing} ${remedy.differing === 1 ? 'output differs' : 'outputs differ'} all the same.`,
    measured:
      'MKL’s reproducibility mode does not make it batch-invariant either. With MKL_CBWR=AVX2,STRICT, PyTorch 2.13 (MKL 2024.2, one thread, 768 → 768, seed 72) differs from batch 1 in 526 of 768 outputs at batch 2, and in 697 from batch 4 on. That was on an AMD processor, where MKL takes its AUTO branch in place of AVX2.',
  },
};
