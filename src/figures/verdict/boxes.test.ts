import { describe, expect, it } from 'vitest';
import { parsePrintout } from '../../testing/parse-printout';
import type { ThreadCase } from '../../recordings/thread';
import { FIGURE_SETTINGS } from '../../share/figure-settings';
import { firstValues } from '../../share/setting-table';
import type { BoxName } from '../../store/pasted';
import { createAppStore } from '../../store/store';
import { leftOut } from '../../store/left-out';
import type { Change, Comparison } from './boxes';
import { EMPTY, heldBox, swapped, textBox, comparisonOf, withBox, withChosen, withExample, withThreadLayer } from './boxes';

function figure() {
  const { getState, actions } = createAppStore();
  const now = (): Comparison => comparisonOf(getState().parts.verdict, getState().pasted);
  const apply = ({ values, pasted }: Change): void => actions.paste(values, pasted);
  return {
    now,
    setPart: actions.setPart,
    values: () => getState().parts.verdict,
    left: () => leftOut(getState(), 'verdict'),
    pair: () => now().shown?.pair.map(({ values }) => [...values]) ?? null,
    type: (name: BoxName, text: string) => apply(withBox(now(), name, textBox(text))),
    hold: (name: BoxName, file: string, text: string) => {
      const arrays = parsePrintout(text);
      if (!arrays.ok) throw new Error('is a list');
      apply(withBox(now(), name, heldBox(file, arrays.value)));
    },
    clear: (name: BoxName) => apply(withBox(now(), name, EMPTY)),
    swap: () => apply(swapped(now())),
    draw: (name: ThreadCase['name']) => apply(withThreadLayer(now(), name)),
    choose: (name: BoxName, pair: readonly [number, number]) => apply(withChosen(now(), name, pair)),
    take: (name: 'printed' | 'swap') => apply(withExample(name)),
  };
}

describe('what the verdict is about', () => {
  it('is an example at first, and what is pasted then', () => {
    const { now, pair, type, values } = figure();
    expect(pair()?.[0]).toHaveLength(768);
    expect(now().shown?.x).toBeDefined();
    type('first', '[1, 2]');
    expect(now()).toMatchObject({ shown: null, alone: null, mismatch: null, boxes: { second: EMPTY, x: EMPTY } });
    type('second', '[1, 3]');
    expect(pair()).toEqual([[1, 2], [1, 3]]);
    expect(now()).toMatchObject({ mismatch: null, shown: { x: undefined } });
    // K was the example's.
    expect(values()).toMatchObject({ example: 'none', first: '[1, 2]', second: '[1, 3]', products: 0 });
  });

  it('keeps the example’s other result beside one that fits it', () => {
    const { now, pair, type } = figure();
    const [a, b] = pair()!;
    type('first', JSON.stringify(a!.map((value, i) => (i === 3 ? value + 1 : value))));
    expect(pair()?.[1]).toEqual(b);
    expect(now().shown?.x).toBeUndefined();
  });

  it('may be both results in one paste, a difference alone, or the figures of an assertion', () => {
    const { now, pair, type } = figure();
    type('first', ' ACTUAL: array([1., 2.], dtype=float32)\n DESIRED: array([1., 3.], dtype=float32)');
    expect(pair()).toEqual([[1, 2], [1, 3]]);
    expect(now().boxes.first.took).toContain('“ACTUAL” and “DESIRED”');
    type('first', '>>> y1 - y2\ntensor([0.0000e+00, -2.3842e-07])');
    expect(now()).toMatchObject({ shown: null, alone: { absolute: 2.3842e-7, relative: null, of: 2 } });
    type('first', 'Tensor-likes are not close!\n\nMismatched elements: 3 / 8 (37.5%)\nGreatest absolute difference: 1.5e-05 at index (4,) (up to 1e-05 allowed)\nGreatest relative difference: 0.002 at index (1,) (up to 1.3e-06 allowed)');
    expect(now()).toMatchObject({ shown: null, alone: { absolute: 1.5e-5, relative: 0.002, of: 8 } });
  });

  it('may stand in the first box alone, but not beside a third list', () => {
    const { now, pair, type } = figure();
    type('second', '');
    type('first', '1 1\n2 3\n');
    expect(pair()).toEqual([[1, 2], [1, 3]]);
    type('second', '5 6');
    expect(now().mismatch?.message).toMatch(/3 lists/);
    expect(pair()).toBeNull();
  });

  it('asks which two of several results, and puts these into the boxes as they were written', () => {
    const { now, pair, type, choose, values } = figure();
    type('first', '>>> y1\ntensor([0.5000, 0.2500])\n>>> y2\ntensor([0.5001, 0.2500], dtype=torch.float64)\n>>> y3\n[0.5, 0.25]\n');
    expect(now()).toMatchObject({ shown: null, alone: null, mismatch: null, boxes: { first: { problem: null, several: { results: { length: 3 } } }, second: EMPTY } });
    expect(pair()).toBeNull();
    choose('first', [1, 2]);
    expect(pair()).toEqual([[0.5001, 0.25], [0.5, 0.25]]);
    expect(now().shown?.pair).toMatchObject([{ dtype: 'float64', digits: { kind: 'decimals', count: 4 } }, { digits: { kind: 'exact' } }]);
    // A link carries them like any other text.
    expect(values()).toMatchObject({ example: 'none', first: '>>> y2\ntensor([0.5001, 0.2500], dtype=torch.float64)', second: '>>> y3\n[0.5, 0.25]' });
  });

  it('takes results apart that stand in one line, and from either box', () => {
    const { now, pair, type, choose } = figure();
    type('first', 'a = [1.5, 2.5], b = [1.5, 2.75], c = [1.5, 3.5]');
    choose('first', [0, 2]);
    expect(pair()).toEqual([[1.5, 2.5], [1.5, 3.5]]);
    expect(now().boxes.second.text).toBe('c = [1.5, 3.5]');
    type('first', '');
    type('second', '[1.5, 2.5]\n[1.5, 2.75]\n[1.5, 3.5]');
    type('first', '[1.5, 2.5]');
    expect(pair()).toBeNull();
    choose('second', [0, 1]);
    expect(pair()).toEqual([[1.5, 2.5], [1.5, 2.75]]);
    expect(now().boxes).toMatchObject({ first: { text: '[1.5, 2.5]' }, second: { text: '[1.5, 2.75]' } });
  });

  it('is nothing where no two of several results fit', () => {
    const { now, pair, type } = figure();
    type('first', 'a = [1.5, 2.5]\nb = [1.5, 2.75, 3.5]\nc = [1.5, 2.75, 3.5, 4.5]');
    expect(now().boxes.first).toMatchObject({ several: null, problem: { message: expect.stringMatching(/no two of them/) as string } });
    expect(pair()).toBeNull();
  });

  it('is nothing while something unreadable stands in a box', () => {
    const { now, pair, type } = figure();
    type('second', 'tensor([0.1, x])');
    expect(now().boxes.second.problem?.position).toBe(13);
    expect(pair()).toBeNull();
  });

  it('can come from files, be changed over and be thrown out', () => {
    const { now, pair, type, hold, swap, clear } = figure();
    hold('first', 'a.npy', '[1, 2]');
    type('second', '[1, 4]');
    expect(pair()).toEqual([[1, 2], [1, 4]]);
    swap();
    expect(pair()).toEqual([[1, 4], [1, 2]]);
    expect(now().boxes.second.held).toBe('a.npy');
    clear('second');
    expect(pair()).toBeNull();
  });

  it('changes an example over with its x and W, which go with its numbers', () => {
    const { now, pair, swap, type } = figure();
    const [a, b] = pair()!;
    swap();
    expect(pair()).toEqual([b, a]);
    expect(now().boxes.x.held).toBe('the example’s x');
    type('first', '[1, 2]');
    type('second', '[1, 2]');
    expect(now().boxes.x.held).toBeNull();
  });

  it('forgets the K of an example that was changed over, once something else is pasted', () => {
    for (const name of ['printed', 'swap'] as const) {
      const { values, swap, type, take } = figure();
      take(name);
      swap();
      expect(values()).toMatchObject({ example: 'none', products: 768 });
      type('second', '[1, 2]');
      expect(values().products).toBe(0);
    }
  });

  it('leaves nothing of an example that was changed over beside the results of a link', () => {
    const { now, swap, setPart } = figure();
    swap();
    expect(now()).toMatchObject({ ofExample: true, shown: { x: { shape: [768] } } });
    setPart('verdict', { example: 'none', first: '[1, 2]', second: '[1, 3]' });
    expect(now()).toMatchObject({ ofExample: false, boxes: { x: EMPTY, weight: EMPTY, bias: EMPTY }, shown: { x: undefined } });
  });

  it('keeps a layer of the reader’s own beside an example, not the example’s K', () => {
    const { now, values, type, hold, take } = figure();
    take('printed');
    hold('x', 'x.npy', '[1, 2]');
    type('first', '[1, 2]');
    expect(now().boxes.x.held).toBe('x.npy');
    expect(values().products).toBe(0);
  });

  it('has x, W and b of the thread’s layers, as many rows as the results', () => {
    const { now, type, draw } = figure();
    type('first', `[${Array.from({ length: 16 }, (_, i) => i).join(', ')}]`);
    type('second', now().boxes.first.text);
    draw('linear-4x8');
    expect(now().shown).toMatchObject({ x: { shape: [2, 4] }, weight: { shape: [8, 4] }, bias: { shape: [8] } });
    expect(now().shown!.weight!.values[0]).toBe(-0.17502069473266602);
    expect(now().shown!.bias!.values[0]).toBe(-0.05660063028335571);
    expect(now().shown!.x!.values[0]).toBe(0.6864939332008362);
  });

  it('is in its settings as far as a link holds it, and the rest is named', () => {
    const { values, type, hold, left, take } = figure();
    expect(left()).toBeNull();
    type('first', `[${'1, '.repeat(300)}1]`);
    expect(values().first).toBe('');
    expect(left()).toMatch(/^Files, x, W, b and numbers of more than 400 characters stay here/);
    type('first', '[1, 2]');
    type('second', '[1, 2]');
    expect(left()).toBeNull();
    hold('x', 'x.npy', '[1, 2]');
    expect(left()).not.toBeNull();
    take('printed');
    expect(left()).toBeNull();
    expect(values()).toEqual({ ...firstValues(FIGURE_SETTINGS.verdict), example: 'printed' });
  });

  it('keeps files and long texts when a link is followed that can hold neither', () => {
    const { pair, hold, setPart } = figure();
    hold('first', 'a.npy', '[1, 2]');
    hold('second', 'b.npy', '[1, 3]');
    setPart('verdict', { example: 'none', first: '', second: '', tolerance: 'certain' });
    expect(pair()).toEqual([[1, 2], [1, 3]]);
    setPart('verdict', { example: 'swap' });
    expect(pair()?.[0]).toHaveLength(1);
  });
});
