/** The recordings of a whole 768 → 768 layer, newest first; the names are those of their files. */
export const RECORDED_LAYERS = [
  { value: 'pytorch-2.13-mkl-768x768', label: 'PyTorch 2.13, MKL' },
  { value: 'mkl-2020.4-768x768', label: 'MKL 2020.4' },
  { value: 'pytorch-1.13-openblas-768x768', label: 'PyTorch 1.13, OpenBLAS' },
  { value: 'numpy-2.4-openblas-haswell-768x768', label: 'NumPy 2.4, OpenBLAS' },
] as const;

export function isRecordedLayer(recording: string): boolean {
  return RECORDED_LAYERS.some(({ value }) => value === recording);
}
