import { describe, expect, it } from 'vitest';
import { libraryInBrackets, libraryLine, libraryName } from './library-text';

describe('a library’s name', () => {
  const whole = { name: 'PyTorch', version: '2.13.0', backend: 'MKL 2024.2' };
  const bare = { name: 'your function', version: '', backend: '' };

  it('has version and backend', () => {
    expect([libraryName(whole), libraryLine(whole), libraryInBrackets(whole), libraryInBrackets(whole, '4 threads')]).toEqual(['PyTorch 2.13.0', 'PyTorch 2.13.0, MKL 2024.2', 'PyTorch 2.13.0 (MKL 2024.2)', 'PyTorch 2.13.0 (MKL 2024.2, 4 threads)']);
  });

  it('leaves out what a file does not say', () => {
    expect([libraryName(bare), libraryLine(bare), libraryInBrackets(bare), libraryInBrackets(bare, '4 threads')]).toEqual(['your function', 'your function', 'your function', 'your function (4 threads)']);
    expect(libraryLine({ ...whole, version: ' ' })).toBe('PyTorch, MKL 2024.2');
    expect(libraryLine({ name: '', version: '', backend: '' })).toBe('a library without a name');
  });
});
