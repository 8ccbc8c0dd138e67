import type { ThreadCase } from '../../recordings/thread';

/** The code of the thread's question, with a seed. */
export function threadCode({ inFeatures, outFeatures, rows, printed }: ThreadCase, seed: number): string {
  const batches = printed.map(({ batch }) => batch).join(', ');
  const outputs = printed.some(({ first5 }) => first5 !== undefined);
  return [
    'import torch',
    'from torch import nn',
    '',
    `torch.manual_seed(${seed})`,
    `ll = nn.Linear(${inFeatures}, ${outFeatures})`,
    `data = torch.rand(${rows}, ${inFeatures})`,
    `for n in [${batches}]:`,
    outputs ? '    y = ll(data[:n])[0]' : '    print(ll(data[:n])[0].mean().item())',
    ...(outputs ? ['    print(y.mean().item())', '    print(y[:5].tolist())'] : []),
  ].join('\n');
}
