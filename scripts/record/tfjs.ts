import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { version_wasm } from '@tensorflow/tfjs-backend-wasm';
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { fail, ok } from '../../src/lib/result';
import type { LayerCall, LayerCallShape, LibraryLayer, StartLibrary } from './library';
import { transposed } from '../../src/linear/transposed';

/** The backends that run without a browser, and how to write numbers into an existing tensor. */
const BACKENDS = {
  wasm: { title: 'WebAssembly', write: (tensor: tf.Tensor, values: Float32Array) => (tf.backend() as BackendWasm).typedArrayFromHeap(tensor).set(values) },
  // Reading from this backend returns the array that it computes with.
  cpu: { title: 'plain JavaScript', write: (tensor: tf.Tensor, values: Float32Array) => (tf.backend().readSync(tensor.dataId) as Float32Array).set(values) },
};

/** TensorFlow.js: matMul with the weight as K × N, as in its own dense layers, then add. */
export function tfjs(backend: keyof typeof BACKENDS): StartLibrary {
  return async (threads) => {
    if (threads !== 1) return fail({ message: `TensorFlow.js runs on one thread in Node; ${threads} were asked for.` });
    tf.enableProdMode();
    if (!(await tf.setBackend(backend))) return fail({ message: `TensorFlow.js can't start its backend ${backend} here.` });
    return ok({
      name: 'TensorFlow.js',
      version: version_wasm,
      backend: `${BACKENDS[backend].title}, matMul + add`,
      open: (shape) => openLayer(shape, BACKENDS[backend].write),
    });
  };
}

/** One tensor for every x, so that queries and the real numbers have the same address; the library packs weights once per tensor. */
function openLayer({ batch, inFeatures, outFeatures }: LayerCallShape, write: (tensor: tf.Tensor, values: Float32Array) => void): LibraryLayer {
  const input = tf.zeros<tf.Rank.R2>([batch, inFeatures]);
  const weights: tf.Tensor2D[] = [];
  return {
    withWeight: async (rows): Promise<LayerCall> => {
      const weight = tf.tensor2d(transposed(rows, outFeatures, inFeatures), [inFeatures, outFeatures]);
      weights.push(weight);
      return async (x, bias) => {
        write(input, x);
        const output = tf.tidy(() => {
          const product = tf.matMul(input, weight);
          return bias === null ? product : tf.add(product, tf.tensor1d(bias));
        });
        const values = (await output.data()) as Float32Array;
        output.dispose();
        return values;
      };
    },
    close: async () => tf.dispose([input, ...weights]),
  };
}
