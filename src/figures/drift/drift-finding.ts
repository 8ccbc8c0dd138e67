import type { GrowthErrors } from '../../experiments/growth';
import type { DriftSum } from '../../experiments/drift-sums';
import { PROMOTED_EVERY } from '../../experiments/promoted-every';
import { fallsShort } from '../../figure-parts/growth/growth-series';
import { countAt } from '../../lib/power-of-two';
import { sizeText } from '../../lib/size-text';
import { formatCount } from '../../lib/words';
import type { GrowthResult } from '../../store/results';
import type { DriftChoice } from './drift-series';

/** The sums as they stand in a sentence. */
const SPOKEN: Readonly<Record<DriftSum, string>> = {
  v100: 'a V100',
  a100: 'an A100',
  h100: 'an H100',
  'h100-fp8': 'an H100 in float8',
  promoted: `an H100 in float8, promoted every ${PROMOTED_EVERY} products,`,
  'one-by-one': 'float32 one by one',
};

/** From this share of the rms error on, the mean is all that there is to say of it. */
const ALL_DRIFT = 0.95;

/** How far one kind of sum falls short, and how that compares with float32 one by one, in sentences. */
export function driftFinding({ points }: Pick<GrowthResult, 'points'>, { data, sum, exponent }: Pick<DriftChoice, 'data' | 'sum' | 'exponent'>): string[] {
  const point = points.find(({ K }) => K === countAt(exponent));
  const found = (id: DriftSum): GrowthErrors | undefined => point?.errors.find((one) => one.id === id);
  const [own, plain] = [found(sum), found('one-by-one')];
  if (point === undefined || own === undefined || plain === undefined) return ['The sums are being added up.'];
  const where = `At K = ${formatCount(point.K)},`;
  const count = `${formatCount(own.tooSmall)} of ${formatCount(point.trials)} sums are too small${data === 'uniform' ? ' in size' : ''}`;
  /** Beside the rms error of float32 one by one. */
  const beside = (size: number): string => (sum === 'one-by-one' || plain.rms === 0 ? '' : `, ${sizeText(size / plain.rms)} times the rms error of float32 one by one`);
  const short = `${where} ${SPOKEN[sum]} falls short by ${sizeText(-own.mean)} of Σ|x·w| on average`;
  const first = !fallsShort(own, point.trials)
    ? `${where} ${SPOKEN[sum]} errs both ways; ${count}. The rms error is ${sizeText(own.rms)} of Σ|x·w|${beside(own.rms)}.`
    : -own.mean > ALL_DRIFT * own.rms
      ? `${short}${beside(-own.mean)}; ${count}.`
      : `${short}; ${count}. The rms error is ${sizeText(own.rms)}${beside(own.rms)}.`;
  const promoted = found('promoted');
  return sum === 'h100-fp8' && promoted !== undefined && promoted.rms < own.rms
    ? [first, `Promoted to float32 every ${PROMOTED_EVERY} products, the rms error is ${sizeText(promoted.rms)}.`]
    : [first];
}
