/**
 * Compiles the WebAssembly kernel, src/linear/wasm/kernel.as.ts, and writes its bytes for the engine to
 * src/linear/wasm/kernel-bytes.ts. `npm run build` does this first. It compiles two modules: relaxed SIMD has a fused
 * multiply-add, but a browser without it rejects any module that uses it.
 */
import { writeFileSync } from 'node:fs';
import asc from 'assemblyscript/asc';

const SOURCE = 'src/linear/wasm/kernel.as.ts';
const BYTES = 'src/linear/wasm/kernel-bytes.ts';

async function compiled(...features: readonly string[]): Promise<string> {
  let bytes: Uint8Array | null = null;
  const wanted = features.flatMap((feature) => ['--enable', feature]);
  const { error, stderr } = await asc.main([SOURCE, '--outFile', 'kernel.wasm', '--runtime', 'stub', '--importMemory', '--noAssert', '-O3', '--shrinkLevel', '1', ...wanted], {
    writeFile: (name, contents) => {
      if (name.endsWith('.wasm')) bytes = contents as Uint8Array;
    },
  });
  if (error !== null || bytes === null) throw new Error(`${SOURCE} was not compiled: ${error?.message ?? ''}\n${stderr.toString()}`);
  return Buffer.from(bytes).toString('base64');
}

/** The text of kernel-bytes.ts. */
export async function kernelBytes(): Promise<string> {
  return `// Made from kernel.as.ts by scripts/build-wasm.ts; not to be edited.

/** Fused products are emulated. Base64. */
export const EXACT = '${await compiled('simd')}';

/** Fused products by relaxed SIMD. Base64. */
export const RELAXED = '${await compiled('simd', 'relaxed-simd')}';
`;
}

if (process.argv[1]?.endsWith('build-wasm.ts') === true) writeFileSync(BYTES, await kernelBytes());
