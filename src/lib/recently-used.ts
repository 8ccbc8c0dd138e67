interface Entry<V> {
  readonly value: V;
  readonly bytes: number;
}

/** Values by key, within a number of bytes and of entries; what was unused for longest goes first. */
export class RecentlyUsed<V> {
  /** In the order of their last use. */
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

  /** A value larger than all of the room is not kept. */
  set(key: string, value: V): void {
    this.drop(key);
    const bytes = this.bytesOf(value);
    if (bytes > this.mostBytes) return;
    this.makeRoom(bytes);
    this.entries.set(key, { value, bytes });
    this.bytes += bytes;
  }

  /** Drops what has to go before another value of so many bytes is kept: for values that are too large to stand beside it. */
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
