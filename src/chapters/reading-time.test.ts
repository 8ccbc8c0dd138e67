import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Words per minute of a reader who follows an argument, slower than the usual 240. */
const WORDS_PER_MINUTE = 200;

describe('the chapters', () => {
  it('take less than 14 and a half minutes to read', () => {
    const files = readdirSync('src/chapters').filter((file) => file.endsWith('.mdx'));
    const words = files.map((file) => {
      // Prose and captions, without imports and tags.
      const text = readFileSync(`src/chapters/${file}`, 'utf8').replace(/^import .*$/gm, '').replace(/<[^>]*>/g, '');
      return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
    });
    expect(files).toHaveLength(11);
    expect(words.reduce((sum, count) => sum + count, 0) / WORDS_PER_MINUTE).toBeLessThan(14.5);
  });
});
