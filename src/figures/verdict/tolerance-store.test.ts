import { describe, expect, it } from 'vitest';
import { parsePrintout } from '../../pasted/parse-printout';
import { createVerdictStore } from './tolerance-store';

function pairOf(verdict: ReturnType<typeof createVerdictStore>): number[][] {
  return verdict.store.getState().pair.map(({ values }) => [...values]);
}

describe('what the verdict is about', () => {
  it('is an example at first, and what is pasted then', () => {
    const verdict = createVerdictStore();
    expect(pairOf(verdict)[0]).toHaveLength(768);
    verdict.actions.setText('first', '[1, 2]');
    expect(verdict.store.getState().mismatch?.message).toMatch(/2 numbers|shape/);
    expect(pairOf(verdict)[0]).toHaveLength(768);
    verdict.actions.setText('second', '[1, 3]');
    expect(pairOf(verdict)).toEqual([[1, 2], [1, 3]]);
    expect(verdict.store.getState().mismatch).toBeNull();
    expect(verdict.store.getState().slots.x.arrays).toBeNull();
  });

  it('may stand in the first box alone, but not beside a third list', () => {
    const verdict = createVerdictStore();
    verdict.actions.setText('second', '');
    verdict.actions.setText('first', '1 1\n2 3\n');
    expect(pairOf(verdict)).toEqual([[1, 2], [1, 3]]);
    verdict.actions.setText('second', '5 6');
    expect(verdict.store.getState().mismatch?.message).toMatch(/3 lists/);
    expect(pairOf(verdict)).toEqual([[1, 2], [1, 3]]);
  });

  it('stays when something unreadable is typed, dropped or chosen', () => {
    const verdict = createVerdictStore();
    const before = pairOf(verdict);
    verdict.actions.setText('second', 'tensor([0.1, ...])');
    expect(verdict.store.getState().slots.second.problem?.position).toBe(13);
    expect(pairOf(verdict)).toEqual(before);
    const { text } = verdict.store.getState().slots.first;
    verdict.actions.refuse('first', { message: 'x.npy: This is not a .npy file.' });
    expect(verdict.store.getState().slots.first).toMatchObject({ text, problem: { message: 'x.npy: This is not a .npy file.' } });
    expect(pairOf(verdict)).toEqual(before);
  });

  it('can come from files, be changed over and be thrown out', () => {
    const verdict = createVerdictStore();
    const arrays = parsePrintout('[1, 2]');
    if (!arrays.ok) throw new Error('is a list');
    verdict.actions.hold('first', 'a.npy', arrays.value);
    verdict.actions.setText('second', '[1, 4]');
    expect(pairOf(verdict)).toEqual([[1, 2], [1, 4]]);
    verdict.actions.swap();
    expect(pairOf(verdict)).toEqual([[1, 4], [1, 2]]);
    expect(verdict.store.getState().slots.second.held).toBe('a.npy');
    verdict.actions.clear('second');
    expect(pairOf(verdict)).toEqual([[1, 4], [1, 2]]);
  });
});
