import { expect, it } from 'vitest';
import type { RemedyName } from '../../experiments/remedies';
import { REMEDIES } from '../../experiments/remedies';
import { remediesFinding } from './remedies-finding';

/** The finding on a layer of 768 outputs, of which so many differ under each remedy; 100 where none is given. Some sums are others. */
function found(differing: Partial<Record<RemedyName, number>>, names: readonly RemedyName[] = REMEDIES, otherSums: readonly RemedyName[] = []): string {
  const remedies = names.map((name) => ({ name, additions: 0, differing: differing[name] ?? 100, medianDifference: 0, maxDifference: 0, errors: (otherSums.includes(name) ? [1e-9, 1e-9] : [2e-9, 2e-9]) as [number, number], aside: null }));
  return remediesFinding({ remedies, of: 768, spec: { batch: 16 } });
}

it('counts the remedies that end the differences, and names those that change nothing', () => {
  expect(found({ none: 711, 'same-order': 0, 'fixed-split': 0, neumaier: 0, 'one-thread': 711, deterministic: 711 })).toBe(
    '711 of 768 outputs differ between 1 row and 16. 3 of 9 remedies end that; float64 leaves 100; one thread and deterministic flags change nothing.',
  );
  expect(found({ none: 711, 'same-order': 0, float64: 0, 'one-thread': 711 })).toContain(' 2 of 9 remedies end that; one thread changes nothing.');
  expect(found({ none: 711, pairwise: 0 })).toMatch(/ 1 of 9 remedies ends that; float64 leaves 100\.$/);
});

it('does not say that other sums change nothing, if as many outputs differ', () => {
  expect(found({ none: 711, pairwise: 711, float64: 711, 'one-thread': 711 }, REMEDIES, ['pairwise', 'float64'])).toMatch(/float64 leaves 711; one thread changes nothing\.$/);
});

it('says so where nothing differs, and nothing before all remedies are there', () => {
  expect(found({ none: 0 })).toBe('As it is, all 768 outputs agree between 1 row and 16: there is nothing to mend.');
  expect(found({ none: 711 }, ['none', 'same-order'])).toBe('');
});
