import sgemm from '@stdlib/blas-base-sgemm';
import { createRequire } from 'node:module';
import { fail, ok } from '../../src/lib/result';
import type { LayerCall, LayerCallShape, LibraryLayer, StartLibrary } from './library';

/** stdlib's BLAS in plain JavaScript: one sgemm that adds xWᵀ to rows of the bias. */
export const stdlib: StartLibrary = async (threads) => {
  if (threads !== 1) return fail({ message: `stdlib runs on one thread; ${threads} were asked for.` });
  const { version } = createRequire(import.meta.url)('@stdlib/blas-base-sgemm/package.json') as { version: string };
  return ok({ name: 'stdlib', version, backend: 'plain JavaScript, blas-base-sgemm', open });
};

function open({ batch, inFeatures, outFeatures, bias: hasBias }: LayerCallShape): LibraryLayer {
  const output = new Float32Array(batch * outFeatures);
  return {
    withWeight: async (weight): Promise<LayerCall> =>
      async (x, bias) => {
        if (bias !== null) for (let row = 0; row < batch; row++) output.set(bias, row * outFeatures);
        sgemm('row-major', 'no-transpose', 'transpose', batch, outFeatures, inFeatures, 1, x, inFeatures, weight, inFeatures, hasBias ? 1 : 0, output, outFeatures);
        return output;
      },
    close: async () => undefined,
  };
}
