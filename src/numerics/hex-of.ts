const view = new DataView(new ArrayBuffer(8));

/** The bits of a float32, or of a double, in hexadecimal: "0xbe38a8c0". */
export function hexOf(value: number, double: boolean): string {
  if (!double) {
    view.setFloat32(0, value);
    return `0x${view.getUint32(0).toString(16).padStart(8, '0')}`;
  }
  view.setFloat64(0, value);
  return `0x${view.getBigUint64(0).toString(16).padStart(16, '0')}`;
}
