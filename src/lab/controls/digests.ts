import { layerTitle } from '../../lib/words';
import { addersOf } from '../../experiments/method-spec';
import { adderTitle } from '../../numerics/adder-title';
import { PATTERNS } from '../../orders/patterns';
import { printScheduleText } from '../../share/schedule-text';
import type { Settings } from '../../share/settings';
import { OPTION_NAMES } from '../../figure-parts/setting-controls/option-names';

/** The settings of a closed group of controls, in a few words. */
export function layerDigest({ inFeatures, outFeatures, data, seed, format, result, schedule, orders }: Pick<Settings, 'inFeatures' | 'outFeatures' | 'data' | 'seed' | 'format' | 'result' | 'schedule' | 'orders'>): string {
  const numbers = data === 'recorded' ? 'recorded numbers' : data === 'torch' ? `torch.manual_seed(${seed})` : `${data}, seed ${seed}`;
  const adders = schedule === 'thresholds' ? [...new Set(addersOf(orders.map(({ method }) => method)))] : [];
  return [layerTitle({ inFeatures, outFeatures }), numbers, ...(format === 'float32' ? [] : [format]), ...adders.map(adderTitle), ...(result === 'float32' ? [] : [`rounded to ${result}`])].join(' · ');
}

export function ordersDigest({ schedule, recording, pattern, orders }: Pick<Settings, 'schedule' | 'recording' | 'pattern' | 'orders'>): string {
  if (schedule === 'recording') return recording;
  if (schedule === 'pattern') return PATTERNS.find(({ name }) => name === pattern)?.label ?? pattern;
  const text = printScheduleText(orders);
  return text.length <= 60 ? text : `${text.slice(0, 59)}…`;
}

export function batchesDigest({ view, batches, row, wholeBatch }: Pick<Settings, 'view' | 'batches' | 'row' | 'wholeBatch'>): string {
  if (view === 'whole') return `${wholeBatch} rows`;
  return `${batches.join(', ')}${row === 0 ? '' : ` · row ${row}`}`;
}

export function growthDigest({ growthData, growthMaxExponent, growthTrials }: Pick<Settings, 'growthData' | 'growthMaxExponent' | 'growthTrials'>): string {
  return `${OPTION_NAMES.growthData[growthData]} · to 2^${growthMaxExponent} · ${growthTrials} trials`;
}
