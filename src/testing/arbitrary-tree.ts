import fc from 'fast-check';
import { fmaf } from '../numerics/fma';

/** For property tests: a random tree, as nested objects that a test can evaluate by plain recursion. */
export type TestTree = { readonly k: number } | 'b' | { readonly left: TestTree; readonly right: TestTree; readonly fused: boolean };

/** A random tree over at most `maxProducts` products, with a bias or without. */
export function arbitraryTree(maxProducts = 24): fc.Arbitrary<{ tree: TestTree; products: number; bias: boolean }> {
  return fc
    .record({ products: fc.integer({ min: 1, max: maxProducts }), bias: fc.boolean(), choices: fc.infiniteStream(fc.nat()) })
    .map(({ products, bias, choices }) => ({ tree: drawTree(products, bias, choices), products, bias }));
}

/** A random tree over exactly K products. */
export function arbitraryTreeOver(products: number, bias: boolean): fc.Arbitrary<TestTree> {
  return fc.infiniteStream(fc.nat()).map((choices) => drawTree(products, bias, choices));
}

/** A tree over K products in a random order, with any fusable products fused. */
function drawTree(products: number, bias: boolean, choices: Iterator<number>): TestTree {
  const draw = (n: number): number => (choices.next().value as number) % n;
  const open: TestTree[] = Array.from({ length: products }, (_, k) => ({ k }));
  if (bias) open.push('b');
  const chain = draw(2) === 0;
  const take = (): TestTree => open.splice(draw(open.length), 1)[0]!;
  let last = chain ? take() : null;
  while (open.length + (last ? 1 : 0) > 1) {
    const left = last ?? take();
    const right = take();
    const node: TestTree = { left, right, fused: typeof right === 'object' && 'k' in right && draw(2) === 0 };
    if (last) last = node;
    else open.push(node);
  }
  return last ?? open[0]!;
}

/** Evaluates the tree by plain recursion: the definition that everything else is tested against. */
export function evaluate(tree: TestTree, x: Float32Array, w: Float32Array, bias: number): number {
  if (tree === 'b') return bias;
  if ('k' in tree) return Math.fround(x[tree.k]! * w[tree.k]!);
  const left = evaluate(tree.left, x, w, bias);
  if (tree.fused && typeof tree.right === 'object' && 'k' in tree.right) return fmaf(x[tree.right.k]!, w[tree.right.k]!, left);
  return Math.fround(left + evaluate(tree.right, x, w, bias));
}

/** The tree with brackets around every sum, the plainest way to write it. */
export function bracketed(tree: TestTree): string {
  if (tree === 'b') return 'b';
  if ('k' in tree) return String(tree.k);
  return `(${bracketed(tree.left)} + ${tree.fused ? '*' : ''}${bracketed(tree.right)})`;
}
