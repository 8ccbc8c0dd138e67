/** Doubles from big-endian hexadecimal, as the fixtures hold them. */
export function fromHex(bits: readonly string[]): number[] {
  const view = new DataView(new ArrayBuffer(8));
  return bits.map((hex) => {
    view.setBigUint64(0, BigInt(`0x${hex}`));
    return view.getFloat64(0);
  });
}
