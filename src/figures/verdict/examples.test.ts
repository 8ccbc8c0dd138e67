import { describe, expect, it } from 'vitest';
import { galleryRecording } from '../../experiments/gallery-recording.fixture';
import { isFloat32 } from '../../numerics/float32';
import { DEFAULT_TOLERANCES, isClose } from '../../numerics/tolerance';
import { parsePrintout } from '../../testing/parse-printout';
import { asymmetricPair, EXAMPLE_NAMES, makeExample } from './examples';

function numbers(text: string): number[] {
  const parsed = parsePrintout(text);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return [...parsed.value[0].values];
}

describe('the examples to begin with', () => {
  it('are what PyTorch 2.13 returned, to the bit', () => {
    const { outputs } = galleryRecording('pytorch-2.13-mkl-768x768');
    const { first, second } = makeExample('batches');
    const recorded = (batch: number) => [...outputs.find((output) => output.batch === batch && output.row === 0)!.values];
    expect(numbers(first)).toEqual(recorded(1));
    expect(numbers(second)).toEqual(recorded(4));
  });

  it('are all read, and differ', () => {
    for (const name of EXAMPLE_NAMES) {
      const { first, second } = makeExample(name);
      expect(numbers(first)).toHaveLength(name === 'swap' ? 1 : 768);
      expect(numbers(second)).toHaveLength(numbers(first).length);
      if (name !== 'printed') expect(first).not.toBe(second);
    }
  });

  it('hold two float32 that allclose takes one way round only', () => {
    const { actual, expected } = asymmetricPair();
    expect(isFloat32(actual) && isFloat32(expected)).toBe(true);
    const allclose = { ...DEFAULT_TOLERANCES.find(({ id }) => id === 'allclose')!, arithmetic: 'float32' } as const;
    expect(isClose(actual, expected, allclose)).not.toBe(isClose(expected, actual, allclose));
  });
});
