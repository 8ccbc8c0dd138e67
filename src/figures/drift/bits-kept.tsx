import type { AdderName } from '../../numerics/group-sizes';
import { bitsKept } from './count-bits-kept';

/** How many significant bits an adder keeps of a sum, for the text. */
export function BitsKept({ adder }: { readonly adder: AdderName }) {
  return <>{bitsKept(adder)}</>;
}
