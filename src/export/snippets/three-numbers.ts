import { pythonRepr } from '../../lib/python-repr';
import type { Three } from '../../share/special-settings';
import { pythonComment } from './python-literals';

/** Adds three numbers with the brackets on either side, to the bit. */
export function numpyThree(head: readonly string[], numbers: Three): string {
  return `${head.map(pythonComment).join('\n')}
import numpy as np

a, b, c = np.array([${numbers.map(pythonRepr).join(', ')}], np.float32)
left = (a + b) + c
right = a + (b + c)
print(f"(a + b) + c = {left!s}, 0x{left.view(np.uint32):08x}")
print(f"a + (b + c) = {right!s}, 0x{right.view(np.uint32):08x}")
`;
}

/** The same in PyTorch, whose float32 additions of single numbers follow IEEE 754, too. */
export function torchThree(head: readonly string[], numbers: Three): string {
  return `${head.map(pythonComment).join('\n')}
import torch

a, b, c = torch.tensor([${numbers.map(pythonRepr).join(', ')}], dtype=torch.float32)
print("(a + b) + c =", ((a + b) + c).item())
print("a + (b + c) =", (a + (b + c)).item())
`;
}
