import { describe, expect, it } from 'vitest';
import { readPageLink } from './page-link';
import { FIRST_PARTS } from './part-values';
import { recordingName } from './settings';

describe('the name of a recording', () => {
  it.each(['pytorch-2.13-mkl-768x768', 'own-a.b-1', '.hidden', 'a..b'])('may be %s', (name) => {
    expect(recordingName(name)).toEqual({ ok: true, value: name });
  });

  it.each(['', '.', '..', '...', 'a/b', '../a', 'a b'])('is not “%s”', (name) => {
    expect(recordingName(name).ok).toBe(false);
  });

  it('in a link leaves the setting as it is where it is only dots, and says so', () => {
    const { parts, notices } = readPageLink('?v=2&rec=..');
    expect(parts.lab).toEqual(FIRST_PARTS.lab);
    expect(notices).toEqual([expect.stringContaining('it is not the name of a recording')]);
  });
});
