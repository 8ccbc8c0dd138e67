/** A page in some browser, as far as the tests of all engines need it. */
export interface Tab {
  readonly goto: (address: string) => Promise<void>;
  readonly resize: (width: number, height: number) => Promise<void>;
  /** Runs a function in the page; what it is given and what it returns is JSON. */
  readonly evaluate: <A, R>(run: (given: A) => R | Promise<R>, given: A) => Promise<R>;
  /** What the browser itself has said in the console against any page so far. What pages hear is noted by note-complaints.ts. */
  readonly said: readonly string[];
  readonly close: () => Promise<void>;
}

/** A browser that may be on this machine. */
export interface Engine {
  readonly name: 'Chromium' | 'Firefox' | 'WebKit';
  /** What has to be installed, in words; null where everything is there. */
  readonly missing: () => string | null;
  readonly open: () => Promise<Tab>;
}
