import type { NetworkPairSpec } from '../experiments/network-plans';
import { plural } from '../lib/words';

/** Names the network and the two calls compared. */
export function networkText({ network, batch }: NetworkPairSpec): string {
  const between = network.between === 'float32' ? '' : `, ${network.between} between them`;
  return `${plural(network.depth, 'layer')} of width ${network.width}, ${network.activation}${network.residual ? ', residual' : ''}${between}; 1 row against ${batch}.`;
}
