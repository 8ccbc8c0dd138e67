import { describe, expect, it } from 'vitest';
import { readPageLink } from '../share/page-link';
import { notation } from '../testing/chosen-schedule';
import { createAppStore } from './store';

describe('the store', () => {
  it('takes over what a link says, and leaves the theme to the reader', () => {
    const { actions, getState } = createAppStore();
    actions.setTheme('dark');
    actions.setPart('lab', { seed: 5 });
    actions.setPart('walks', { products: 64 });
    actions.open(readPageLink('k=64&n=oops'));
    expect(getState()).toMatchObject({ theme: 'dark', parts: { lab: { seed: 72, inFeatures: 64, outFeatures: 768 }, walks: { products: 768 } } });
    expect(getState().notices).toEqual([expect.stringContaining('“oops” is not a whole number')]);
  });

  it('sets some settings of one part and touches no other', () => {
    const { actions, getState } = createAppStore();
    const before = getState().parts;
    actions.setPart('heatmap', { unit: 'ulp', cell: { line: 4, column: 17 } });
    expect(getState().parts).toEqual({ ...before, heatmap: { ...before.heatmap, unit: 'ulp', cell: { line: 4, column: 17 } } });
    for (const part of ['lab', 'walks', 'thread'] as const) expect(getState().parts[part]).toBe(before[part]);
  });

  it('tells nobody of what is set to what it is already', () => {
    const { actions, getState, subscribe } = createAppStore();
    actions.setPart('lab', { orders: [{ from: 1, method: notation('0..3,b') }] });
    const before = getState();
    let told = 0;
    subscribe(() => told++);
    actions.setPart('lab', { orders: [{ from: 1, method: notation('0..3,b') }], batches: [1, 2, 4, 8, 16, 128], cell: null });
    actions.setParts({ 'sum-of-three': { numbers: [1e8, -1e8, 1] } });
    expect([getState(), told]).toEqual([before, 0]);
    actions.setPart('sum-of-three', { numbers: [1e8, -1e8, -0] });
    expect(told).toBe(1);
  });

  it('holds each notice once, the newest first', () => {
    const { actions, getState } = createAppStore();
    actions.notify('a', 'b', 'c');
    actions.notify('b');
    expect(getState().notices).toEqual(['b', 'a', 'c']);
    actions.dismiss('a', 'b');
    expect(getState().notices).toEqual(['c']);
  });

  it('knows what is pointed at part by part, beside what is selected', () => {
    const { actions, getState } = createAppStore();
    actions.setPart('lab', { cell: { line: 4, column: 17 } });
    actions.point('lab', { line: 1, column: 2 });
    actions.point('heatmap', { line: 8, column: 3 });
    actions.point('lab', null);
    expect(getState().hover).toEqual({ lab: null, heatmap: { line: 8, column: 3 } });
    expect(getState().parts.lab.cell).toEqual({ line: 4, column: 17 });
  });
});
