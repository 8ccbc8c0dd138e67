import { pythonRepr } from '../lib/python-repr';
import type { SuggestedTolerance } from './suggest-tolerance';

/** A library whose test takes a tolerance. */
export type ToleranceLibrary = 'torch' | 'numpy' | 'jax';

/**
 * The tolerance as a line of Python for each library. If torch's default is kept, only torch's line leaves it out: the other
 * libraries have other defaults.
 */
export function toleranceLines({ rtol, atol, keeps }: SuggestedTolerance): Readonly<Record<ToleranceLibrary, string>> {
  const numbers = `rtol=${pythonRepr(rtol)}, atol=${pythonRepr(atol)}`;
  return {
    torch: `torch.testing.assert_close(actual, expected${keeps === null ? `, ${numbers}` : ''})`,
    numpy: `numpy.testing.assert_allclose(actual, expected, ${numbers})`,
    jax: `assert jax.numpy.allclose(actual, expected, ${numbers})`,
  };
}
