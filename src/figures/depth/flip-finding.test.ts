import { describe, expect, it } from 'vitest';
import { wilsonInterval } from '../../experiments/wilson';
import { flipFinding, oneIn, percentText } from './flip-finding';

const some = { inputs: 2000, flips: 0, interval: wilsonInterval(0, 2000), medianChange: 5e-7, meanChange: 7e-7, lowGap: 0.04, expected: 8.75e-7, bins: [], largestFlippedGap: 0 };

describe('what the flips say', () => {
  it('does not call 0 of n never', () => {
    const [counts, expected] = flipFinding(some);
    expect(counts).toBe('None of 2,000 random inputs has a different largest output in the larger call: a rate below 0.19 % (95 % confidence).');
    expect(expected).toContain('about 1 in 1,100,000 would flip');
  });

  it('gives both ends where some flip', () => {
    expect(flipFinding({ ...some, flips: 7, interval: wilsonInterval(7, 2000) })[0]).toContain('a rate between 0.17 % and 0.72 % (95 % confidence).');
  });

  it('has a word for no input and for no change', () => {
    expect(flipFinding({ ...some, inputs: 0 })).toHaveLength(1);
    expect(flipFinding({ ...some, medianChange: 0, meanChange: 0 })[1]).toBe('No lead changed at all.');
    expect([percentText(1), oneIn(1e-12)]).toEqual(['100 %', '1 in 1.0·10¹²']);
  });
});
