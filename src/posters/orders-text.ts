import { libraryInBrackets } from '../recordings/library-text';
import type { Settings } from '../share/settings';
import type { Bench } from './bench';

/** "added up as PyTorch 2.13.0 with MKL does": where the orders of a layer come from. */
export function ordersText({ policy, recording: name, pattern, orders }: Settings, { recordings }: Bench): string {
  if (policy === 'thresholds') return `orders ${orders}`;
  if (policy === 'pattern') return `in orders modelled after ${pattern}`;
  const library = recordings.get(name)?.library;
  return `added up as ${library === undefined ? name : libraryInBrackets(library)} does`;
}
