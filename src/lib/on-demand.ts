/** Something that is fetched when it is first wanted. */
export class OnDemand<T> {
  private value: T | null = null;
  private fetching: Promise<void> | null = null;

  constructor(private readonly fetch: () => Promise<T>) {}

  /** Null before it is there. */
  get now(): T | null {
    return this.value;
  }

  /** Null if it is there; else a promise of it, which rejects if it does not come. The next call after that tries again. */
  load(): Promise<void> | null {
    if (this.value !== null) return null;
    this.fetching ??= this.fetch()
      .then((value) => void (this.value = value))
      .finally(() => (this.fetching = null));
    return this.fetching;
  }
}
