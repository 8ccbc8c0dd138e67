import type { FlipStatistics } from '../../experiments/flip-statistics';
import { sizeText } from '../../lib/size-text';
import { formatCount, plural } from '../../lib/words';

/** 0.00192 → "0.19 %". */
export function percentText(share: number): string {
  return `${sizeText(share * 100)} %`;
}

/** "1 in 2,300,000", to two digits. */
export function oneIn(rate: number): string {
  const every = Number((1 / rate).toPrecision(2));
  return `1 in ${every < 1e9 ? formatCount(every) : sizeText(every)}`;
}

/** The rate of flips and how well it is known, in sentences; 0 of n does not mean never. */
export function flipFinding({ inputs, flips, interval, medianChange, meanChange, lowGap, expected }: FlipStatistics): string[] {
  if (inputs === 0) return ['The first inputs are being computed.'];
  const [low, high] = interval;
  const counts = `${flips === 0 ? 'None' : formatCount(flips)} of ${plural(inputs, 'random input')} ${flips < 2 ? 'has' : 'have'} a different largest output in the larger call.`;
  const range = flips === 0 ? `Counting alone says only that the rate is below ${percentText(high)} (95 % confidence).` : `The rate lies between ${percentText(low)} and ${percentText(high)} (95 % confidence).`;
  if (meanChange === 0) return [counts, range, 'No lead changed at all.'];
  const changes = medianChange === 0 ? `most leads do not change at all, and the mean change is ${sizeText(meanChange)}` : `the median change of the lead is ${sizeText(medianChange)}`;
  return [counts, range, `The gaps say more: nine in ten are above ${sizeText(lowGap)}, and ${changes}. If gaps are spread evenly near zero and leads change either way, about ${oneIn(expected)} inputs would flip.`];
}
