import { FROUND } from '../linear/fround-engine';
import type { PickedEngine } from '../linear/pick-engine';

const MISSING: PickedEngine = { engine: FROUND, why: 'The script of WebAssembly did not come; it has been asked for again.' };

/** The fastest engine here, whose script comes after the worker's first. */
export class ArrivingEngine {
  private picked: PickedEngine | null = null;
  private asking: Promise<void> | null = null;

  /** @param pick loads the script and picks an engine; rejects where the script does not come */
  constructor(private readonly pick: () => Promise<PickedEngine>) {}

  /** Settles once it is known for the first time, or after an earlier failure known again, whether the engine is there. Never rejects. */
  ask(): Promise<void> {
    this.asking ??= this.pick()
      .then(
        (picked) => void (this.picked = picked),
        () => undefined,
      )
      .finally(() => (this.asking = null));
    return this.asking;
  }

  /** What there is to compute with at this moment. A script that did not come is asked for again, and nobody waits for it. */
  now(): PickedEngine {
    if (this.picked === null) void this.ask();
    return this.picked ?? MISSING;
  }
}
