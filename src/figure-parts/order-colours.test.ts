import fc from 'fast-check';
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { galleryRecording } from '../experiments/gallery-recording.fixture';
import { orderKey } from '../orders/order-key';
import { patternOrder, PATTERNS } from '../orders/patterns';
import { ordersOfRecording } from '../recordings/recorded-orders';
import { letterOf, orderMarks } from './order-colours';

const gallery = readdirSync('public/recordings')
  .filter((file) => file !== 'index.json')
  .map((file) => file.replace(/\.json$/, ''))
  .map((name) => ({ name, recording: galleryRecording(name) }));

/** The colour of an order alone in its figure. */
const ownColour = (key: string): string => orderMarks([key]).get(key)!.colour;

const keyLists = fc.uniqueArray(fc.stringMatching(/^[0-9a-f]{16}$/), { minLength: 1, maxLength: 40 });

describe('the marks of a figure’s orders', () => {
  it('are as many colours as there are orders, up to sixteen, and always as many letters', () => {
    fc.assert(
      fc.property(keyLists, (keys) => {
        const marks = [...orderMarks(keys).values()];
        expect(new Set(marks.map(({ colour }) => colour)).size).toBe(Math.min(16, keys.length));
        expect(new Set(marks.map(({ letter }) => letter)).size).toBe(keys.length);
        expect(marks.filter(({ repeated }) => repeated)).toHaveLength(Math.max(0, keys.length - 16));
      }),
    );
  });

  it('follow from the list alone, whatever was asked before; letters go along it', () => {
    fc.assert(
      fc.property(keyLists, keyLists, (keys, others) => {
        const before = [...orderMarks(keys)];
        orderMarks(others);
        expect([...orderMarks(keys)]).toEqual(before);
        expect(before.map(([key]) => key)).toEqual(keys);
        expect(before.map(([, { letter }]) => letter)).toEqual(keys.map((_, i) => letterOf(i)));
      }),
    );
  });

  it('are an order’s own colour, unless one before it in the list has that', () => {
    fc.assert(
      fc.property(keyLists, (keys) => {
        const marks = orderMarks(keys);
        keys.forEach((key, i) => {
          const isTaken = keys.slice(0, i).some((other) => ownColour(other) === ownColour(key));
          if (!isTaken) expect(marks.get(key)!.colour).toBe(ownColour(key));
        });
      }),
    );
  });

  it('stay as they are for orders that had their own colour when more orders come', () => {
    fc.assert(
      fc.property(keyLists, (keys) => {
        const [all, first] = [orderMarks(keys), orderMarks(keys.slice(0, -1))];
        for (const [key, mark] of first) {
          expect(all.get(key)!.letter).toBe(mark.letter);
          if (mark.colour === ownColour(key) && !mark.repeated) expect(all.get(key)).toEqual(mark);
        }
      }),
    );
  });

  it('name orders A to Z, then AA', () => {
    expect([0, 25, 26, 27, 52].map(letterOf)).toEqual(['A', 'Z', 'AA', 'AB', 'BA']);
  });
});

// If a new recording makes one of these fail, or the test of colours on maps in map-rows.test.ts, look for another salt.
describe('in the gallery each order has its own colour', () => {
  const orders = new Map(gallery.map(({ name, recording }) => [name, ordersOfRecording(recording).map(({ key }) => key)]));
  it.each([...orders])('in the recording %s', (_, keys) => {
    expect(new Set(keys.map(ownColour)).size).toBe(keys.length);
  });

  it.each(PATTERNS.flatMap((pattern) => [64, 256, 768].map((K) => [pattern, K] as const)))('in the pattern $name carried over to %i', (pattern, K) => {
    const keys = new Set(pattern.thresholds.map(({ from }) => orderKey(patternOrder(pattern, from, K, true))));
    expect(new Set([...keys].map(ownColour)).size).toBe(keys.size);
  });
});
