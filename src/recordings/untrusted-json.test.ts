import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseUntrustedJson } from './untrusted-json';

const LIMITS = { characters: 2 ** 24, depth: 8, values: 1000 };
const messageOf = (text: string): string => {
  const json = parseUntrustedJson(text, LIMITS);
  return json.ok ? 'read' : json.error.message;
};

describe('parseUntrustedJson', () => {
  it('reads what JSON.parse reads, a byte order mark aside', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => {
        const text = JSON.stringify(value);
        expect(parseUntrustedJson(text, { ...LIMITS, values: 10_000 })).toEqual({ ok: true, value: JSON.parse(text) });
      }),
    );
    expect(parseUntrustedJson('\ufeff[1]', LIMITS)).toEqual({ ok: true, value: [1] });
  });

  it('refuses ten million brackets before anything is built', () => {
    expect(messageOf('['.repeat(10_000_000))).toBe('The file nests more than 8 brackets at character 9; no recording needs that.');
    expect(messageOf('{"a":'.repeat(1_000_000))).toMatch(/nests more than 8 brackets/);
    expect(messageOf('[' + '[],'.repeat(3_000_000))).toMatch(/holds more than 1000 values/);
    expect(messageOf(']'.repeat(10_000_000))).toMatch(/not valid JSON/);
  });

  it('does not count brackets and commas inside of strings, escaped quotes or not', () => {
    const text = JSON.stringify(['['.repeat(100), '\\"[[[[[[[[[[', '"'.repeat(50) + '{{{{{{{{{{{', '\\'.repeat(3), ','.repeat(5000)]);
    expect(messageOf(text)).toBe('read');
  });

  it('refuses a file over its size', () => {
    expect(messageOf(' '.repeat(2 ** 24 + 1))).toBe('The file has 16777217 characters; at most 16777216 are read.');
  });

  it.each([
    ['', 'The file is empty.'],
    [' \n', 'The file is empty.'],
    ['[1, 2', 'The file is not valid JSON: it ends too early.'],
    ['{"a": 1,, "b": 2}', 'The file is not valid JSON: something is wrong at character 9.'],
    ['[NaN]', 'The file is not valid JSON'],
    ['"' + '\\"'.repeat(100_000), 'The file is not valid JSON: it ends too early.'],
  ])('says what is wrong, case %#', (text, message) => {
    expect(messageOf(text).startsWith(message)).toBe(true);
  });

  it('never throws, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'[]{}",:\\1ae-. \n') }), (text) => messageOf(text).length > 0));
  });
});
