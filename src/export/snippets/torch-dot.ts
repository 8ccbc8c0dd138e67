import type { DotNumbers } from '../figure-numbers';
import { pythonComment, pythonList } from './python-literals';

/** The dot product in the reader's own library, in float32 and in float64. */
export function torchDot(head: readonly string[], { x, weight, order, result }: DotNumbers): string {
  return `${head.map(pythonComment).join('\n')}
import torch

x = torch.tensor(${pythonList(x)}, dtype=torch.float32)
w = torch.tensor(${pythonList(weight)}, dtype=torch.float32)
print("float32:", torch.dot(x, w).item())
print("float64:", torch.dot(x.double(), w.double()).item())

${pythonComment(`In the order ${order} the page has ${result}.`)}
# Your library adds up in an order of its own.
`;
}
