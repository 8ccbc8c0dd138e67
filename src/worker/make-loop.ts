import { hasGroups } from '../experiments/has-groups';
import { prepareSpec } from '../experiments/layer-spec';
import type { ExperimentContext } from '../experiments/experiment-context';
import type { Engine } from '../linear/engine';
import { FROUND } from '../linear/fround-engine';
import type { EnginesWithAdders } from '../linear/groups';
import type { PickedEngine } from '../linear/pick-engine';
import type { Outputs } from '../linear/run-plan';
import { OnDemand } from '../lib/on-demand';
import { RecentlyUsed } from '../lib/recently-used';
import { ArrivingEngine } from './arriving-engine';
import type { LoopHost } from './experiment-loop';
import { ExperimentLoop } from './experiment-loop';
import { layerCache } from './layer-cache';
import type { Loaders } from './experiment-table';
import { ExperimentTable } from './experiment-table';
import type { Request } from './protocol';

/** What scripts of their own bring, after the worker's first. */
interface Arriving {
  readonly pickEngine?: () => Promise<PickedEngine>;
  /** The script with the engines for orders with groups; without it, these fail as if it did not come. */
  readonly adders?: () => Promise<{ readonly enginesWithAdders: () => EnginesWithAdders }>;
  /** Kinds of experiments that this worker has in addition to those of every worker. */
  readonly loaders?: Loaders;
}

/** Bytes of rows and references that are cached: room for a thousand of 768 → 768. */
const MOST_CACHED = 24 * 2 ** 20;

function bytesOf(arrays: readonly Outputs[]): number {
  return arrays.reduce((sum, { byteLength }) => sum + byteLength, 0);
}

async function fastestHere(): Promise<PickedEngine> {
  const { pickEngine } = await import('../linear/pick-engine');
  return pickEngine();
}

function nowhere(): Promise<never> {
  return Promise.reject(new Error('This worker has no adders.'));
}

/** Receives requests; they wait until what they need is loaded. */
interface Receiver {
  readonly receive: (request: Request) => void;
}

/** The loop on this thread's own clock and messages. */
export function makeLoop(post: LoopHost['post'], { pickEngine = fastestHere, adders = nowhere, loaders }: Arriving = {}): Receiver {
  // A message to oneself arrives after those already waiting and, unlike a timeout, without delay.
  const { port1, port2 } = new MessageChannel();
  let deferred: (() => void) | null = null;
  port1.onmessage = () => {
    const callback = deferred;
    deferred = null;
    callback?.();
  };
  const fastest = new ArrivingEngine(pickEngine);
  const contexts = new Map<Engine, ExperimentContext>();
  const contextOf = (engine: Engine): ExperimentContext => {
    let context = contexts.get(engine);
    if (context === undefined) {
      context = { engine, prepare: layerCache((spec) => prepareSpec(spec, engine)), cached: new RecentlyUsed(bytesOf, MOST_CACHED) };
      contexts.set(engine, context);
    }
    return context;
  };
  const withAdders = new OnDemand(async () => (await adders()).enginesWithAdders());
  const table = new ExperimentTable(loaders);
  // The first jobs wait for the engine; their code loads alongside.
  let arriving: Promise<void> | null = fastest.ask().then(() => void (arriving = null));
  const prepare: LoopHost['prepare'] = (job) => {
    const groups = hasGroups(job.spec);
    const loading = [arriving, table.load(job.kind), groups ? withAdders.load() : null].filter((one) => one !== null);
    return {
      kind: job.kind,
      code: loading.length > 0 ? Promise.all(loading) : null,
      start: (choice) => {
        const plain: PickedEngine = choice === 'fround' ? { engine: FROUND, why: null } : fastest.now();
        const { engine, why } = groups && withAdders.now !== null ? withAdders.now[choice] : plain;
        return { experiment: table.start(job, contextOf(engine)), engine: engine.name, why };
      },
    };
  };
  return new ExperimentLoop({
    prepare,
    post,
    defer: (callback) => {
      deferred = callback;
      port2.postMessage(null);
    },
    now: () => performance.now(),
  });
}
