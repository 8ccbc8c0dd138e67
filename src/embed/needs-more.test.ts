import { expect, it } from 'vitest';
import { newExperimentContext } from '../experiments/experiment-context';
import { ExperimentTable, URGENCY } from '../worker/experiment-table';
import type { Job } from '../worker/protocol';
import { FIRST_KINDS } from './needs-more';

it('the embed’s first worker has code for just the kinds that it is given', async () => {
  const table = new ExperimentTable();
  await Promise.all(URGENCY.map((kind) => table.load(kind)));
  const known = URGENCY.filter((kind) => {
    try {
      table.start({ kind, spec: {} } as Job, newExperimentContext());
      return true;
    } catch {
      return false;
    }
  });
  expect(known.sort()).toEqual([...FIRST_KINDS].sort());
});
