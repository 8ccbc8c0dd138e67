import { describe, expect, it } from 'vitest';
import type { Chunk } from './chunks';
import { Chunks } from './chunks';

/** A fake page whose scripts define these chunks; it records which were added and which ran. */
function page(needs: Record<string, string[]>, missing: string[] = []) {
  const added: string[] = [];
  const ran: string[] = [];
  const chunk = (name: string): Chunk => (require, _load, module) => {
    const below = (needs[name] ?? []).map((need) => require(`./${need}`));
    ran.push(name);
    module.exports = { name, below };
  };
  const chunks: Chunks = new Chunks(needs, async (name) => {
    added.push(name);
    if (missing.includes(name)) throw new Error('404');
    await Promise.resolve();
    chunks.define(name, chunk(name));
  });
  return { chunks, added, ran };
}

describe('the embed’s scripts', () => {
  it('are asked for all at once and run once each, what is needed first', async () => {
    const { chunks, added, ran } = page({ 'a.js': ['b.js', 'c.js'], 'b.js': ['c.js'], 'c.js': [], 'd.js': ['c.js'] });
    const arriving = chunks.load('./a.js');
    expect(added).toEqual(['a.js', 'b.js', 'c.js']);
    await expect(arriving).resolves.toMatchObject({ name: 'a.js' });
    expect(ran).toEqual(['c.js', 'b.js', 'a.js']);
    await chunks.load('../assets/d.js');
    expect(added).toEqual(['a.js', 'b.js', 'c.js', 'd.js']);
    expect(ran).toEqual(['c.js', 'b.js', 'a.js', 'd.js']);
  });

  it('are fetched ahead without running', async () => {
    const { chunks, ran } = page({ 'a.js': ['b.js'], 'b.js': [] });
    await chunks.fetch('a.js');
    expect(ran).toEqual([]);
    await chunks.load('a.js');
    expect(ran).toEqual(['b.js', 'a.js']);
  });

  it('may need one another', async () => {
    const { chunks } = page({ 'a.js': ['b.js'], 'b.js': ['a.js'] });
    await expect(chunks.load('a.js')).resolves.toMatchObject({ name: 'a.js' });
  });

  it('that do not arrive are asked for anew the next time', async () => {
    const missing = ['b.js'];
    const { chunks, added } = page({ 'a.js': ['b.js'], 'b.js': [] }, missing);
    await expect(chunks.load('a.js')).rejects.toThrow('404');
    missing.pop();
    await expect(chunks.load('a.js')).resolves.toMatchObject({ name: 'a.js' });
    expect(added).toEqual(['a.js', 'b.js', 'b.js']);
  });
});
