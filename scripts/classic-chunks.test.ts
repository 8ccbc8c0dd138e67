import { describe, expect, it } from 'vitest';
import type { CommonJsChunk } from './classic-chunks';
import { classicChunk } from './classic-chunks';

const CHUNK: CommonJsChunk = {
  fileName: 'embed-main-1.js',
  code: 'const e=require("./embed-shared-2.js");exports.x=()=>Promise.resolve().then(()=>require(`./embed-lab-3.js`)).then(e=>e.t);',
  imports: ['embed-shared-2.js'],
  dynamicImports: ['embed-lab-3.js'],
};

describe('a chunk as a plain script', () => {
  it('requires what it imports, and loads what it imports later', () => {
    const scripts = new Map<string, (...args: unknown[]) => void>();
    new Function('batchOfOneChunk', classicChunk(CHUNK))((name: string, chunk: () => void) => scripts.set(name, chunk));
    const exports: { x?: () => Promise<unknown> } = {};
    const asked: string[] = [];
    scripts.get('embed-main-1.js')!(
      (path: string) => asked.push(`require ${path}`),
      async (path: string) => (asked.push(`load ${path}`), { t: 'lab' }),
      { exports },
      exports,
    );
    expect(asked).toEqual(['require ./embed-shared-2.js']);
    return expect(exports.x!()).resolves.toBe('lab').then(() => expect(asked.at(-1)).toBe('load ./embed-lab-3.js'));
  });

  it.each([
    ['requires something that the bundler does not name', { ...CHUNK, imports: [] }],
    ['does not require what the bundler names', { ...CHUNK, imports: ['embed-shared-2.js', 'embed-other-4.js'] }],
    ['loads in a way that this does not know', { ...CHUNK, code: CHUNK.code.replace('Promise.resolve().then(()=>require(`./embed-lab-3.js`))', 'import("./embed-lab-3.js")') }],
  ] satisfies [string, CommonJsChunk][])('is refused where it %s', (_, chunk) => {
    expect(() => classicChunk(chunk)).toThrow(/is not what the bundler says/);
  });
});
