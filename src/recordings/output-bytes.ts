/** The one NaN in a digest: IEEE 754 leaves a NaN's payload and sign open, and libraries return different ones. */
const NAN = 0x7fc00000;

/** Outputs as a recording's digest hashes them: little-endian float32, each NaN as 0x7fc00000. A copy. */
export function outputBytes(outputs: Float32Array): Uint8Array {
  // Typed arrays use the machine's byte order; every machine that runs a browser is little-endian.
  const bits = new Uint32Array(outputs.slice().buffer);
  for (let i = 0; i < outputs.length; i++) if (Number.isNaN(outputs[i])) bits[i] = NAN;
  return new Uint8Array(bits.buffer);
}
