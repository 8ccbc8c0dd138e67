import { expect, it } from 'vitest';
import { OnDemand } from './on-demand';

it('is fetched once, and again after it did not come', async () => {
  const answers = [Promise.reject(new Error('404')), Promise.resolve('here')];
  let asked = 0;
  const wanted = new OnDemand(() => answers[asked++]!);
  expect([wanted.now, asked]).toEqual([null, 0]);
  await expect(wanted.load()).rejects.toThrow('404');
  expect(wanted.now).toBeNull();
  const loading = wanted.load();
  expect(wanted.load()).toBe(loading);
  await loading;
  expect([wanted.load(), wanted.now, asked]).toEqual([null, 'here', 2]);
});
