/** What the build knows about the embed's scripts: all are in one folder, identified by file name. */
export interface ChunkManifest {
  /** The scripts that each script needs before it can run. */
  readonly needs: Readonly<Record<string, readonly string[]>>;
  readonly entry: string;
  /** The script of each part of the page, by its anchor. */
  readonly parts: Readonly<Record<string, string>>;
  /** The part that each preset shows if the address names none. */
  readonly presets: Readonly<Record<string, string>>;
  readonly fonts: string;
}

type Require = (path: string) => unknown;

/** A script as the build wraps it: it runs when it is first required. */
export type Chunk = (require: Require, load: (path: string) => Promise<unknown>, module: { exports: object }, exports: object) => void;

/**
 * Loads scripts and runs them in dependency order, like `import`, but by plain script elements: these work in a sandbox,
 * with its opaque origin, whatever headers their server sends. Modules need the server's permission.
 */
export class Chunks {
  private readonly defined = new Map<string, Chunk>();
  private readonly modules = new Map<string, { exports: object }>();
  private readonly asked = new Map<string, Promise<void>>();

  /**
   * @param needs the scripts that each script requires
   * @param add adds the script with this name to the page; settles when it has run or failed
   */
  constructor(
    private readonly needs: ChunkManifest['needs'],
    private readonly add: (name: string) => Promise<void>,
  ) {}

  readonly define = (name: string, chunk: Chunk): void => {
    this.defined.set(name, chunk);
  };

  /** Fetches a script and all that it needs, in parallel, and runs it. */
  readonly load = async (path: string): Promise<unknown> => {
    await this.fetch(path);
    return this.require(path);
  };

  /** Fetches without running. */
  async fetch(path: string): Promise<void> {
    await Promise.all(withNeeds(this.needs, [nameOf(path)]).map((name) => this.ask(name)));
  }

  private ask(name: string): Promise<void> {
    let asked = this.asked.get(name);
    if (asked === undefined) {
      asked = this.add(name);
      this.asked.set(name, asked);
      // A failed script is requested again the next time.
      asked.catch(() => this.asked.delete(name));
    }
    return asked;
  }

  private readonly require: Require = (path) => {
    const name = nameOf(path);
    let module = this.modules.get(name);
    if (module === undefined) {
      const chunk = this.defined.get(name);
      if (chunk === undefined) throw new Error(`${name} has not been loaded.`);
      module = { exports: {} };
      this.modules.set(name, module);
      chunk(this.require, this.load, module, module.exports);
    }
    return module.exports;
  };
}

/** The scripts and all that they need, without duplicates. */
export function withNeeds(needs: ChunkManifest['needs'], names: readonly string[]): string[] {
  const wanted = new Set(names);
  // Iterating a Set also visits what is added meanwhile.
  for (const name of wanted) for (const need of needs[name] ?? []) wanted.add(need);
  return [...wanted];
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
