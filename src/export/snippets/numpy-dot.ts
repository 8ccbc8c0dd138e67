import type { DotNumbers } from '../figure-numbers';
import { adderLines, addingPieces } from './numpy-layer';
import { pythonComment, pythonList, pythonString } from './python-literals';
import { pythonFunctions, pythonImports } from './python-pieces';

/** One dot product in its order, to the bit, with its error; and by Kahan's method if that is shown. */
export function numpyDot(head: readonly string[], { x, weight, order, format, kahan }: DotNumbers): string {
  const functions = pythonFunctions([...addingPieces([order], format), ...(kahan === null ? [] : (['kahan'] as const))]);
  const rest = `${[functions, ...adderLines([order], format)].join('\n')}

x = np.array(${pythonList(x)}, np.float32)
w = np.array(${pythonList(weight)}, np.float32)
order = ${pythonString(order, '')}

exact = math.fsum(x.astype(np.float64) * w)
y = add_up(order, x[None], w[None], None)[0, 0]
print(f"in this order: {y!s}, 0x{y.view(np.uint32):08x}, error {float(y) - exact:.3g}")
${
  kahan === null
    ? ''
    : `
# Kahan's method takes the rounded products one by one, from left to right.
k = ${pythonList(kahan)}
y = kahan(x[None, k], w[None, k], None)[0, 0]
print(f"by Kahan: {y!s}, 0x{y.view(np.uint32):08x}, error {float(y) - exact:.3g}")
`
}`;
  return `${[...head.map(pythonComment), pythonImports(rest)].join('\n')}\n\n\n${rest.trimEnd()}\n`;
}
