import { expect, test } from 'vitest';
import { writtenNumber } from './number-text';

test('what a library printed is written as the page writes numbers, every digit kept', () => {
  const printed = ['-16777216', '4096.0', '-0.12345678', '1.3e-06', '-1e-08', '1e+30', '3.4028235e+38', '999', '-0.0', '-inf', 'nan'];
  expect(printed.map(writtenNumber)).toEqual(['−16,777,216', '4,096.0', '−0.12345678', '1.3·10⁻⁶', '−10⁻⁸', '10³⁰', '3.4028235·10³⁸', '999', '−0.0', '−inf', 'nan']);
});
