import type { RecentlyUsed } from '../lib/recently-used';
import type { Engine } from '../linear/engine';
import { FROUND } from '../linear/fround-engine';
import type { Outputs, PreparedLayer } from '../linear/run-plan';
import type { LayerSpec } from './layer-spec';
import { prepareSpec } from './layer-spec';

/** What an experiment works with. Which engine it is, and what is cached, changes how long it takes and no bit of its result. */
export interface ExperimentContext {
  readonly engine: Engine;
  /** Makes the layer of a spec, ready for the engine. */
  readonly prepare: (spec: LayerSpec) => PreparedLayer;
  /** Arrays that were computed before, by everything that they depend on; a Map is one. They are never written to. */
  readonly cached: Pick<RecentlyUsed<readonly Outputs[]>, 'get' | 'set'>;
}

/** A context in which nothing was made before. */
export function newExperimentContext(engine: Engine = FROUND): ExperimentContext {
  return { engine, prepare: (spec) => prepareSpec(spec, engine), cached: new Map() };
}
