import { expect, it } from 'vitest';
import { DEFAULT_TOLERANCES } from '../numerics/tolerance';
import { toleranceLines } from './tolerance-lines';

it('is written as Python, and torch’s own default is left to torch', () => {
  const fitted = { rtol: 0, atol: 3.4e-7 };
  expect(toleranceLines({ ...fitted, keeps: null, fitted })).toEqual({
    torch: 'torch.testing.assert_close(actual, expected, rtol=0.0, atol=3.4e-07)',
    numpy: 'numpy.testing.assert_allclose(actual, expected, rtol=0.0, atol=3.4e-07)',
    jax: 'assert jax.numpy.allclose(actual, expected, rtol=0.0, atol=3.4e-07)',
  });
  const keeps = DEFAULT_TOLERANCES.find(({ id }) => id === 'assert-close-float32')!;
  expect(toleranceLines({ rtol: keeps.rtol, atol: keeps.atol, keeps, fitted }).torch).toBe('torch.testing.assert_close(actual, expected)');
  expect(toleranceLines({ rtol: keeps.rtol, atol: keeps.atol, keeps, fitted }).numpy).toContain('rtol=1.3e-06, atol=1e-05');
});
