import type { LayerSpec } from '../../experiments/layer-spec';
import type { ParseError, Result } from '../../lib/result';
import { fail, ok } from '../../lib/result';

/** PyTorch code that makes a layer and x. */
export function torchLayerText({ source, inFeatures: K, outFeatures: N, bias, format }: LayerSpec, rows: number, from = 0): Result<string, ParseError> {
  if (source.kind !== 'torch') return fail({ message: 'PyTorch draws these numbers from no seed; choose the data of torch.manual_seed.' });
  if (format === 'tf32') return fail({ message: 'PyTorch has no TF32 on the CPU.' });
  if (format === 'float8_e4m3' || format === 'float8_e5m2') return fail({ message: 'PyTorch’s layers take no float8.' });
  const short = format === 'bfloat16' || format === 'float16' ? format : null;
  return ok(
    [
      'import torch',
      'from torch import nn',
      '',
      `torch.manual_seed(${source.seed})`,
      `layer = nn.Linear(${K}, ${N})${format === 'float64' ? '.double()' : ''}${bias ? '' : '  # its bias is drawn, and left out below'}`,
      `x = torch.rand(${rows}, ${K})${from === 0 ? '' : `[${from}:]`}${format === 'float64' ? '.double()' : ''}`,
      ...(short === null ? [] : ['with torch.no_grad():', '    for numbers in (x, layer.weight, layer.bias):', `        numbers.copy_(numbers.to(torch.${short}))`]),
    ].join('\n'),
  );
}

/** The layer applied to some rows, its outputs rounded at the end. */
export function torchCall({ bias, output = null }: LayerSpec, rows: string): string {
  const call = bias ? `layer(${rows})` : `nn.functional.linear(${rows}, layer.weight)`;
  return output === null ? call : `${call}.to(torch.${output})`;
}

/** Says which builds give the same inputs to the bit, and that the outputs may still differ. */
export function torchPromise({ source }: LayerSpec): readonly string[] {
  const build = source.kind === 'torch' && source.uniform === 'separate' ? 'rounds the product in uniform_, as wheels of 2020 do' : 'fuses the product in uniform_, as PyTorch 1.13 and 2.13 do with AVX2';
  return ['Your library adds up in an order of its own, so its outputs may be others.', `The inputs are the same bits in a build that ${build}.`];
}
