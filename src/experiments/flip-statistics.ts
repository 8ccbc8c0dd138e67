import type { FlipsChunk } from './flips';
import { ascending, median, quantile } from './quantile';
import { wilsonInterval } from './wilson';

/** Inputs whose gap lies in one power of ten. */
interface GapBin {
  /** The gaps are from 10^power to 10^(power + 1). */
  readonly power: number;
  /** Random ones only, and how many of them flip; the interval is that of their rate, null where there are none. */
  readonly inputs: number;
  readonly flips: number;
  readonly interval: readonly [low: number, high: number] | null;
  /** Inputs that were sought out, and how many of them flip. They are no sample, so they have no rate. */
  readonly sought: number;
  readonly soughtFlips: number;
}

export interface FlipStatistics {
  /** Random inputs: only they make the rate. */
  readonly inputs: number;
  readonly flips: number;
  readonly interval: readonly [low: number, high: number];
  /** |lead − gap|, the change of the winner's lead: over random inputs. */
  readonly medianChange: number;
  readonly meanChange: number;
  /** A tenth of the random inputs' gaps are below it. */
  readonly lowGap: number;
  /**
   * The rate to expect where the flips themselves are too rare to be counted: with gaps spread evenly near 0 at the
   * density that the lowest tenth has, and changes as often up as down, half the mean change times that density.
   */
  readonly expected: number;
  /** By gap, small first, random and sought inputs apart; empty powers are left out. */
  readonly bins: readonly GapBin[];
  /** Largest gap of any input that flipped; 0 where none did. */
  readonly largestFlippedGap: number;
}

export function flipStatistics(chunks: readonly FlipsChunk[]): FlipStatistics {
  const gaps: number[] = [];
  const changes: number[] = [];
  const byPower = new Map<number, Omit<GapBin, 'power' | 'interval'>>();
  let flips = 0;
  let largestFlippedGap = 0;
  for (const { sought, gap, lead, flipped } of chunks) {
    for (let i = 0; i < gap.length; i++) {
      const hit = flipped[i] === 1 ? 1 : 0;
      if (!sought) {
        gaps.push(gap[i]!);
        changes.push(Math.abs(lead[i]! - gap[i]!));
        flips += hit;
      }
      if (hit) largestFlippedGap = Math.max(largestFlippedGap, gap[i]!);
      const power = powerOf(gap[i]!);
      const bin = byPower.get(power) ?? { inputs: 0, flips: 0, sought: 0, soughtFlips: 0 };
      byPower.set(power, sought ? { ...bin, sought: bin.sought + 1, soughtFlips: bin.soughtFlips + hit } : { ...bin, inputs: bin.inputs + 1, flips: bin.flips + hit });
    }
  }
  const lowGap = quantile(ascending(gaps), 0.1);
  const meanChange = changes.reduce((sum, change) => sum + change, 0) / changes.length;
  const bins = [...byPower].sort(([a], [b]) => a - b).map(([power, bin]) => ({ power, ...bin, interval: bin.inputs === 0 ? null : wilsonInterval(bin.flips, bin.inputs) }));
  return {
    inputs: gaps.length,
    flips,
    interval: wilsonInterval(flips, gaps.length),
    medianChange: median(changes),
    meanChange,
    lowGap,
    expected: Math.min(1, ((0.1 / lowGap) * meanChange) / 2),
    bins,
    largestFlippedGap,
  };
}

/** The power of ten below; ties and what is smaller than 10⁻⁹ share one bin. */
function powerOf(gap: number): number {
  let power = 0;
  let bound = 1;
  while (gap < bound && power > -9) {
    bound /= 10;
    power--;
  }
  while (gap >= bound * 10) {
    bound *= 10;
    power++;
  }
  return power;
}
