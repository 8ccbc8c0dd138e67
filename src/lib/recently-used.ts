interface Entry<V> {
  readonly value: V;
  readonly bytes: number;
}

/** An LRU cache, bounded in bytes and in entries. */
export class RecentlyUsed<V> {
  /** Least recently used first. */
  private readonly entries = new Map<string, Entry<V>>();
  private bytes = 0;

  constructor(
    private readonly bytesOf: (value: V) => number,
    private readonly mostBytes: number,
    private readonly mostEntries = Infinity,
  ) {}

  get(key: string): V | undefined {
    const found = this.entries.get(key);
    if (found === undefined) return undefined;
    this.entries.delete(key);
    this.entries.set(key, found);
    return found.value;
  }

  /** A value larger than the whole cache is not kept. */
  set(key: string, value: V): void {
    this.drop(key);
    const bytes = this.bytesOf(value);
    if (bytes > this.mostBytes) return;
    this.makeRoom(bytes);
    this.entries.set(key, { value, bytes });
    this.bytes += bytes;
  }

  /** Evicts enough to keep another value of this size. Call it before making a value too large to coexist with the old ones. */
  makeRoom(bytes: number): void {
    for (const old of this.entries.keys()) {
      if (this.bytes + bytes <= this.mostBytes && this.entries.size < this.mostEntries) return;
      this.drop(old);
    }
  }

  private drop(key: string): void {
    this.bytes -= this.entries.get(key)?.bytes ?? 0;
    this.entries.delete(key);
  }
}
