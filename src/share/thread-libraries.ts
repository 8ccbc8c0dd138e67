import type { ThreadCase } from '../recordings/thread';

type CaseName = ThreadCase['name'];

/** The libraries that the thread's lines can switch between, with the cases each was recorded on. */
export const THREAD_LIBRARIES = [
  { name: 'mkl-2020.4', label: 'MKL 2020.4, the thread’s own', cases: ['linear-4x8', 'linear-768x768'] },
  { name: 'pytorch-2.13-mkl', label: 'PyTorch 2.13 with MKL', cases: ['linear-4x8', 'linear-768x768'] },
  { name: 'pytorch-1.13-openblas', label: 'PyTorch 1.13 with OpenBLAS', cases: ['linear-768x768'] },
] as const satisfies readonly { readonly name: string; readonly label: string; readonly cases: readonly CaseName[] }[];

export type ThreadLibrary = (typeof THREAD_LIBRARIES)[number]['name'];

/**
 * The name of the recording whose orders the thread's code uses: the reader's other choice, else the gallery's for this
 * library and case; null if there is none.
 */
export function threadRecording({ threadLibrary: library, threadCase, threadOther }: { readonly threadLibrary: ThreadLibrary; readonly threadCase: CaseName; readonly threadOther: string }): string | null {
  if (threadOther !== '') return threadOther;
  const cases: readonly CaseName[] = THREAD_LIBRARIES.find(({ name }) => name === library)?.cases ?? [];
  return cases.includes(threadCase) ? `${library}-${threadCase.replace('linear-', '')}` : null;
}
