import type { Dtype } from './dtypes';
import { dtypeBits } from './dtypes';

const view = new DataView(new ArrayBuffer(8));

/** The bits of a number of the type in hexadecimal: "0xbe38a8c0", of a bfloat16 "0xbe39". */
export function hexOf(value: number, dtype: Dtype): string {
  if (dtype !== 'float64') return `0x${dtypeBits(dtype, value).toString(16).padStart(dtype === 'float32' ? 8 : 4, '0')}`;
  view.setFloat64(0, value);
  return `0x${view.getBigUint64(0).toString(16).padStart(16, '0')}`;
}
