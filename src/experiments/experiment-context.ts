import type { RecentlyUsed } from '../lib/recently-used';
import type { Engine } from '../linear/engine';
import { FROUND } from '../linear/fround-engine';
import type { Outputs, PreparedLayer } from '../linear/run-plan';
import type { LayerSpec } from './layer-spec';
import { prepareSpec } from './layer-spec';

/** What an experiment works with. The engine and the cache change how long it takes, but not one bit of its result. */
export interface ExperimentContext {
  readonly engine: Engine;
  /** Makes a spec's layer, ready for the engine. */
  readonly prepare: (spec: LayerSpec) => PreparedLayer;
  /** Arrays computed earlier, keyed by everything that they depend on; a Map will do. They are never written to. */
  readonly cached: Pick<RecentlyUsed<readonly Outputs[]>, 'get' | 'set'>;
}

/** A context with nothing cached. */
export function newExperimentContext(engine: Engine = FROUND): ExperimentContext {
  return { engine, prepare: (spec) => prepareSpec(spec, engine), cached: new Map() };
}
