import * as ort from 'onnxruntime-web';
import { ok } from '../../src/lib/result';
import type { LayerCall, LayerCallShape, LibraryLayer, StartLibrary } from './library';
import type { OnnxForm } from './onnx-model';
import { onnxModel } from './onnx-model';
import { transposed } from '../../src/linear/transposed';

const TITLES: Record<OnnxForm, string> = { gemm: 'Gemm', matmul: 'MatMul + Add' };

/**
 * ONNX Runtime's WebAssembly build. It packs a constant weight when the session is created, but can't pack one that is an
 * input, so these are two kernels. The bias is an input in both.
 */
export function onnxRuntime(form: OnnxForm, weight: 'constant' | 'input'): StartLibrary {
  return async (threads) => {
    ort.env.wasm.numThreads = threads;
    // None of its warnings is about the results.
    ort.env.logLevel = 'error';
    return ok({
      name: 'ONNX Runtime Web',
      version: ort.env.versions.web ?? 'of unknown version',
      backend: `WebAssembly, ${TITLES[form]}, weights ${weight === 'constant' ? 'constant' : 'as input'}`,
      open: (shape) => openLayer(shape, form, weight === 'constant'),
    });
  };
}

function openLayer(shape: LayerCallShape, form: OnnxForm, constant: boolean): LibraryLayer {
  const { batch, inFeatures, outFeatures } = shape;
  const sessions: ort.InferenceSession[] = [];
  const sessionFor = async (weight: Float32Array | null): Promise<ort.InferenceSession> => {
    const session = await ort.InferenceSession.create(onnxModel(form, shape, weight), { executionProviders: ['wasm'] });
    sessions.push(session);
    return session;
  };
  /** With the weight as an input, one session serves all weights. */
  let shared: ort.InferenceSession | null = null;
  return {
    withWeight: async (rows): Promise<LayerCall> => {
      const weight = form === 'gemm' ? rows : transposed(rows, outFeatures, inFeatures);
      const session = constant ? await sessionFor(weight) : (shared ??= await sessionFor(null));
      const w = new ort.Tensor('float32', weight, form === 'gemm' ? [outFeatures, inFeatures] : [inFeatures, outFeatures]);
      return async (x, bias) => {
        const feeds: Record<string, ort.Tensor> = { x: new ort.Tensor('float32', x, [batch, inFeatures]) };
        if (!constant) feeds['w'] = w;
        if (bias !== null) feeds['b'] = new ort.Tensor('float32', bias, [outFeatures]);
        const { y } = await session.run(feeds);
        return y!.data as Float32Array;
      };
    },
    close: async () => {
      await Promise.all(sessions.map((session) => session.release()));
    },
  };
}
