import { Linter } from 'eslint';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import tseslint from 'typescript-eslint';
import { afterEach, expect, test } from 'vitest';
import { noImportCycles } from './no-import-cycles.js';

let folder = '';

/** The rule's messages about a file, given others beside it. */
function messages(name: string, files: Readonly<Record<string, string>>): string[] {
  folder = mkdtempSync(join(tmpdir(), 'cycles-'));
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  const config = { files: ['**/*.ts'], languageOptions: { parser: tseslint.parser }, plugins: { own: { rules: { 'no-import-cycles': noImportCycles } } }, rules: { 'own/no-import-cycles': 'error' } } as Linter.Config;
  return new Linter({ cwd: folder }).verify(files[name]!, config, { filename: join(folder, name) }).map(({ message }) => message);
}

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('imports of types count, through any number of files', () => {
  const files = { 'a.ts': "import type { B } from './b';", 'b.ts': "export { type C as B } from './c';", 'c.ts': "export type C = typeof import('./a');\nimport './a';" };
  expect(messages('a.ts', files)).toEqual(['This import comes back to this file: b.ts → c.ts → a.ts.']);
});

test('imports that wait count', () => {
  expect(messages('a.ts', { 'a.ts': "import './b';", 'b.ts': "export const load = () => import('./a');" })).toHaveLength(1);
});

test('a cycle further down is not this file’s, and one file may be reached in two ways', () => {
  const files = { 'a.ts': "import './b';\nimport './c';", 'b.ts': "import './c';", 'c.ts': "import './d';", 'd.ts': "import './c';\nimport react from 'react';" };
  expect(messages('a.ts', files)).toEqual([]);
  expect(messages('d.ts', files)).toHaveLength(1);
});
