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
export function flipFinding({ inputs, flips, interval: [low, high], meanChange, expected }: FlipStatistics): string[] {
  if (inputs === 0) return ['The first inputs are being computed.'];
  const rate = flips === 0 ? `below ${percentText(high)}` : `between ${percentText(low)} and ${percentText(high)}`;
  const counts = `${flips === 0 ? 'None' : formatCount(flips)} of ${plural(inputs, 'random input')} ${flips < 2 ? 'has' : 'have'} a different largest output in the larger call: a rate ${rate} (95 % confidence).`;
  if (meanChange === 0) return [counts, 'No lead changed at all.'];
  return [counts, `If leads are spread evenly near zero, about ${oneIn(expected)} would flip.`];
}
