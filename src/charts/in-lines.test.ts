import { expect, it } from 'vitest';
import { inLines } from './in-lines';

it('a long sentence goes into two lines, as even as its words allow', () => {
  expect(inLines('At K = 4,096, one by one errs 38 times as much as pairwise', 2)).toEqual(['At K = 4,096, one by one errs', '38 times as much as pairwise']);
  expect(inLines('At K = 4,096, one by one errs 38 times as much as pairwise', 1)).toHaveLength(1);
  expect(inLines('K = 4,096', 2)).toEqual(['K = 4,096']);
});
