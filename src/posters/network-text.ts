import type { NetworkPairSpec } from '../experiments/network-plans';
import { plural } from '../lib/words';

/** Which network, and between which two calls. */
export function networkText({ network, batch }: NetworkPairSpec): string {
  const kept = network.kept === 'float32' ? '' : `, ${network.kept} between them`;
  return `${plural(network.depth, 'layer')} of width ${network.width}, ${network.activation}${network.residual ? ', residual' : ''}${kept}; 1 row against ${batch}.`;
}
