/**
 * Compiles the WebAssembly kernels, src/linear/wasm/kernel.as.ts and kernel-groups.as.ts, and writes their bytes for the engine
 * to kernel-bytes.ts and kernel-groups-bytes.ts beside them. `npm run build` does this first. It compiles each into two modules:
 * relaxed SIMD has a fused multiply-add and fast conversions, but a browser without it rejects any module that uses it.
 */
import { writeFileSync } from 'node:fs';
import asc from 'assemblyscript/asc';

const FOLDER = 'src/linear/wasm';

/** The kernels: each has a source, and bytes made from it. */
export const KERNELS = ['kernel', 'kernel-groups'] as const;

type KernelName = (typeof KERNELS)[number];

async function compiled(source: string, ...features: readonly string[]): Promise<string> {
  let bytes: Uint8Array | null = null;
  const wanted = features.flatMap((feature) => ['--enable', feature]);
  const { error, stderr } = await asc.main([source, '--outFile', 'kernel.wasm', '--runtime', 'stub', '--importMemory', '--noAssert', '-O3', '--shrinkLevel', '1', ...wanted], {
    writeFile: (name, contents) => {
      if (name.endsWith('.wasm')) bytes = contents as Uint8Array;
    },
  });
  if (error !== null || bytes === null) throw new Error(`${source} was not compiled: ${error?.message ?? ''}\n${stderr.toString()}`);
  return Buffer.from(bytes).toString('base64');
}

/** Where a kernel's bytes are. */
export function bytesFile(kernel: KernelName): string {
  return `${FOLDER}/${kernel}-bytes.ts`;
}

/** The text of that file. */
export async function kernelBytes(kernel: KernelName): Promise<string> {
  const source = `${FOLDER}/${kernel}.as.ts`;
  return `// Made from ${kernel}.as.ts by scripts/build-wasm.ts; not to be edited.

/** Without relaxed SIMD. Base64. */
export const EXACT = '${await compiled(source, 'simd')}';

/** With relaxed SIMD. Base64. */
export const RELAXED = '${await compiled(source, 'simd', 'relaxed-simd')}';
`;
}

if (process.argv[1]?.endsWith('build-wasm.ts') === true) for (const kernel of KERNELS) writeFileSync(bytesFile(kernel), await kernelBytes(kernel));
