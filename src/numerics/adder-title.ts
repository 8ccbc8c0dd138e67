import type { AdderName } from './group-sizes';

/** The GPU of an adder, for people, and what the adder is for where a GPU has several: "H100", "H100 in float8". */
export function adderTitle(adder: AdderName): string {
  const [gpu = '', ...kinds] = adder.split('-');
  const title = gpu === 'ada' ? 'Ada' : gpu.toUpperCase();
  return title + kinds.map((kind) => (kind === 'fp8' ? ' in float8' : ', float16 accumulators')).join('');
}
