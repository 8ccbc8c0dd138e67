import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pairsOf, queryText } from './query-text';

it('any text comes back from a query as it was', { timeout: 30_000 }, () => {
  const text = fc.string({ unit: 'binary', maxLength: 20 });
  const pairs = fc.dictionary(text.filter((name) => name !== '__proto__'), text, { maxKeys: 5 }).map((texts) => Object.entries(texts));
  fc.assert(fc.property(pairs, (given) => void expect([...pairsOf(`?${queryText(given)}`)]).toEqual(given)));
});

it('half of a character becomes the sign for what can’t be shown', () => {
  expect([...pairsOf(queryText([['a', 'x\ud800y'], ['b', '\udc00'], ['c', '\ud83d\ude00']]))]).toEqual([
    ['a', 'x\ufffdy'],
    ['b', '\ufffd'],
    ['c', '\ud83d\ude00'],
  ]);
});
