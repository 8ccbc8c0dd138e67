import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';

/**
 * Forbids import cycles, direct or indirect: a reader has to treat the files of a cycle as one. Unlike the rules of
 * plugins, this one also counts type imports and dynamic `import()`.
 */
export const noImportCycles = {
  meta: { type: 'problem', schema: [], messages: { cycle: 'This import comes back to this file: {{way}}.' } },
  create(context) {
    const file = context.filename;
    const imports = newImports();
    return {
      Program(program) {
        for (const imported of new Set(imports(file, context.sourceCode.text))) {
          const way = wayBetween(imported, file, imports);
          if (way !== null) context.report({ node: program, messageId: 'cycle', data: { way: way.map((one) => relative(context.cwd, one)).join(' → ') } });
        }
      },
    };
  },
};

/** The shortest path along imports; null for none. */
function wayBetween(from, to, imports) {
  const cameFrom = new Map([[from, null]]);
  for (const file of cameFrom.keys()) {
    if (file === to) {
      const way = [];
      for (let at = to; at !== null; at = cameFrom.get(at)) way.unshift(at);
      return way;
    }
    for (const imported of imports(file)) if (!cameFrom.has(imported)) cameFrom.set(imported, file);
  }
  return null;
}

/** Cache of each file's imports, valid for its modification time, since an editor's linter runs for hours. */
const read = new Map();

/** Returns a function from a file to its imports, which checks each file only once; made anew for each linted file. */
function newImports() {
  const seen = new Map();
  return (file, text) => {
    if (text !== undefined) return importsIn(file, text);
    if (!seen.has(file)) {
      const { mtimeMs } = statSync(file);
      if (read.get(file)?.mtimeMs !== mtimeMs) read.set(file, { mtimeMs, imports: importsIn(file, readFileSync(file, 'utf8')) });
      seen.set(file, read.get(file).imports);
    }
    return seen.get(file);
  };
}

const ENDINGS = ['', '.ts', '.tsx', '.js'];
const CODE = /\.(tsx?|js|mdx)$/;

function importsIn(file, text) {
  return ts.preProcessFile(text).importedFiles.flatMap(({ fileName }) => {
    if (!fileName.startsWith('.')) return [];
    const path = join(dirname(file), fileName.replace(/\?.*$/, ''));
    const found = ENDINGS.map((ending) => path + ending).find((one) => CODE.test(one) && existsSync(one));
    return found === undefined ? [] : [found];
  });
}
