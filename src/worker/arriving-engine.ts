import { FROUND } from '../linear/fround-engine';
import type { PickedEngine } from '../linear/pick-engine';

const MISSING: PickedEngine = { engine: FROUND, why: 'The script of WebAssembly did not come; it has been asked for again.' };

/** The fastest engine here; its script loads after the worker's own. */
export class ArrivingEngine {
  private picked: PickedEngine | null = null;
  private asking: Promise<void> | null = null;

  /** @param pick loads the script and picks an engine; rejects if the script does not load */
  constructor(private readonly pick: () => Promise<PickedEngine>) {}

  /** Loads the engine, again after a failure; settles once it is known whether it is there. Never rejects. */
  ask(): Promise<void> {
    this.asking ??= this.pick()
      .then(
        (picked) => void (this.picked = picked),
        () => undefined,
      )
      .finally(() => (this.asking = null));
    return this.asking;
  }

  /** The engine to use right now. If its script did not load, asks for it again without waiting. */
  now(): PickedEngine {
    if (this.picked === null) void this.ask();
    return this.picked ?? MISSING;
  }
}
