import type { Clamped } from '../experiments/clamp';
import { clampFlips, clampGrowth, clampSweep, clampWholeBatch } from '../experiments/clamp';
import type { Settings } from './settings';

/**
 * The settings as they can be computed: what is too much together is cut down, with a sentence for each cut, and what
 * points outside is brought inside. The reader's own settings stay as they are and apply again once there is room.
 */
export function clampSettings(settings: Settings): Clamped<Settings> {
  const layer = { inFeatures: settings.inFeatures, outFeatures: settings.outFeatures };
  const batches = clampSweep(layer, settings.batches);
  const wholeBatch = clampWholeBatch(layer, settings.wholeBatch);
  const growth = clampGrowth({
    methods: settings.growthOrders.length,
    trials: settings.growthTrials,
    maxExponent: settings.growthMaxExponent,
    pointsPerOctave: settings.growthPoints,
    ...alsoAt(settings),
  });
  const notices = settings.view === 'sweep' ? [...batches.notices] : [...(settings.view === 'whole' ? wholeBatch : growth).notices];

  let baseline = settings.baseline;
  if (typeof baseline === 'number' && !batches.value.includes(baseline)) {
    if (settings.view === 'sweep') notices.push(`Batch ${baseline} is not among the batch sizes; the baseline is batch ${batches.value[0]}.`);
    baseline = batches.value[0] ?? 1;
  }
  const value: Settings = {
    ...settings,
    batches: batches.value,
    wholeBatch: wholeBatch.value,
    growthTrials: growth.value.trials,
    growthMaxExponent: growth.value.maxExponent,
    netInputs: clampFlips(settings).value,
    baseline,
  };
  return { value: { ...value, cell: insideCell(value), threadColumn: insideThread(value) }, notices };
}

/** The K of growth curves beside their grid. */
export function alsoAt({ growthAlso: also }: Pick<Settings, 'growthAlso'>): { readonly also?: number } {
  return also === 0 ? {} : { also };
}

/** The selected cell, if the view has it. */
function insideCell({ view, cell, batches, wholeBatch, outFeatures }: Settings): Settings['cell'] {
  if (cell === null || cell.column >= outFeatures) return null;
  const hasLine = view === 'whole' ? cell.line < wholeBatch : batches.includes(cell.line);
  return hasLine ? cell : null;
}

function insideThread({ threadCase, threadColumn }: Settings): number {
  return threadCase === 'linear-4x8' && threadColumn > 7 ? 0 : threadColumn;
}
