/** Output of the bundler in CommonJS, as far as it is used here. */
export interface CommonJsChunk {
  /** `assets/embed-….js` */
  readonly fileName: string;
  readonly code: string;
  /** File names of the chunks that it requires. */
  readonly imports: readonly string[];
  readonly dynamicImports: readonly string[];
}

/** How the bundler writes `import('./x.js')` in CommonJS, minified. */
const DYNAMIC_IMPORT = /Promise\.resolve\(\)\.then\(\(\)=>require\((["'`])(\.\/[\w.-]+)\1\)\)/g;

const base = (file: string): string => file.replace(/^.*\//, '');

/**
 * Turns a CommonJS chunk into a plain script that `Chunks` can run (src/embed-start/chunks.ts).
 *
 * @throws if the bundler's output is not as expected here: better now than in somebody's page
 */
export function classicChunk({ fileName, code, imports, dynamicImports }: CommonJsChunk): string {
  const loaded = new Set<string>();
  const body = code.replace(DYNAMIC_IMPORT, (_, __, path: string) => {
    loaded.add(base(path));
    return `load("${path}")`;
  });
  const required = new Set([...body.matchAll(/\brequire\((["'`])([^"'`]+)\1\)/g)].map(([, , path = '']) => base(path)));
  agree(fileName, 'requires', required, imports);
  agree(fileName, 'loads', loaded, dynamicImports);
  return `batchOfOneChunk(${JSON.stringify(base(fileName))},function(require,load,module,exports){${body}\n});\n`;
}

function agree(fileName: string, does: string, found: ReadonlySet<string>, known: readonly string[]): void {
  const names = new Set(known.map(base));
  const odd = [...found].filter((name) => !names.has(name)).concat([...names].filter((name) => !found.has(name)));
  if (odd.length > 0) throw new Error(`${fileName}: what it ${does} is not what the bundler says: ${odd.join(', ')}`);
}
