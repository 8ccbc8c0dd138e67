import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differsFrom } from './diff-digits';

/** The highlighted part. */
const loud = (text: string, against: string): string => text.slice(differsFrom(text, against));

describe('differsFrom', () => {
  it('lets nothing stand out where the texts are equal', () => {
    expect(loud('-0.18033519387245178', '-0.18033519387245178')).toBe('');
  });
  it('lets the digits stand out from the first that differs', () => {
    expect(loud('-0.18033519387245178', '-0.1803351640701294')).toBe('9387245178');
    expect(loud('1.5e-07', '1.25e-07')).toBe('5e-07');
    expect(loud('−1.5·10⁻⁷', '−1.25·10⁻⁷')).toBe('5·10⁻⁷');
    expect(loud('16,777,216', '16,777,217')).toBe('6');
    expect(loud('1.5·10⁻⁷', '1.5·10⁻⁸')).toBe('1.5·10⁻⁷');
  });
  it('lets all of it stand out where sign or size differ, since no digit then stands for the same', () => {
    expect(loud('-0.25', '0.25')).toBe('-0.25');
    expect(loud('10.25', '1.25')).toBe('10.25');
    expect(loud('0.025', '0.25')).toBe('0.025');
    expect(loud('nan', '1')).toBe('nan');
    expect(loud('0.0', '-0.0')).toBe('0.0');
  });
  it('lets the last digit stand out where the text only stops earlier', () => {
    expect(loud('0.12', '0.125')).toBe('2');
  });
  it('finds something in any two numbers that are written differently, and nothing else', () => {
    fc.assert(
      fc.property(fc.double(), fc.double(), (a, b) => {
        const at = differsFrom(String(a), String(b));
        expect(at === String(a).length).toBe(String(a) === String(b));
        expect(String(b).startsWith(String(a).slice(0, at)) || at === 0).toBe(true);
      }),
    );
  });
});
