import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pairsOf, queryText } from './query-text';

it('any text comes back from a query as it was', () => {
  const pairs = fc.uniqueArray(fc.tuple(fc.string({ unit: 'binary', minLength: 1 }), fc.string({ unit: 'binary' })), { selector: ([name]) => name });
  fc.assert(fc.property(pairs, (given) => expect([...pairsOf(`?${queryText(given)}`)]).toEqual(given)));
});

it('half of a character becomes the sign for what can’t be shown', () => {
  expect([...pairsOf(queryText([['a', 'x\ud800y'], ['b', '\udc00'], ['c', '\ud83d\ude00']]))]).toEqual([
    ['a', 'x\ufffdy'],
    ['b', '\ufffd'],
    ['c', '\ud83d\ude00'],
  ]);
});
