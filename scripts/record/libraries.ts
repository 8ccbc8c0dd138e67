import type { StartLibrary } from './library';

/** The names for `--library`. A package loads only on demand: some take seconds. */
export const LIBRARIES: Readonly<Record<string, StartLibrary>> = {
  onnxruntime: async (threads) => (await import('./onnxruntime')).onnxRuntime('gemm', 'constant')(threads),
  'onnxruntime-input': async (threads) => (await import('./onnxruntime')).onnxRuntime('gemm', 'input')(threads),
  'onnxruntime-matmul': async (threads) => (await import('./onnxruntime')).onnxRuntime('matmul', 'constant')(threads),
  'onnxruntime-matmul-input': async (threads) => (await import('./onnxruntime')).onnxRuntime('matmul', 'input')(threads),
  'tfjs-wasm': async (threads) => (await import('./tfjs')).tfjs('wasm')(threads),
  'tfjs-cpu': async (threads) => (await import('./tfjs')).tfjs('cpu')(threads),
  stdlib: async (threads) => (await import('./stdlib')).stdlib(threads),
};
