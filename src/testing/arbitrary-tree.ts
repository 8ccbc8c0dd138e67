import fc from 'fast-check';

/** For property tests: a random tree, as nested arrays that a test can evaluate by plain recursion. */
export type TestTree = { readonly k: number } | 'b' | { readonly left: TestTree; readonly right: TestTree; readonly fused: boolean };

/** A random tree over K products in a random order, with a bias or without, and any products fused that can be. */
export function arbitraryTree(maxProducts = 24): fc.Arbitrary<{ tree: TestTree; products: number; bias: boolean }> {
  return fc
    .record({ products: fc.integer({ min: 1, max: maxProducts }), bias: fc.boolean(), choices: fc.infiniteStream(fc.nat()) })
    .map(({ products, bias, choices }) => {
      const draw = (n: number): number => (choices.next().value as number) % n;
      const leaves: TestTree[] = Array.from({ length: products }, (_, k) => ({ k }));
      if (bias) leaves.push('b');
      const chain = draw(2) === 0;
      const open = [...leaves];
      const take = (): TestTree => open.splice(draw(open.length), 1)[0]!;
      let last = chain ? take() : null;
      while (open.length + (last ? 1 : 0) > 1) {
        const left = last ?? take();
        const right = take();
        const node: TestTree = { left, right, fused: typeof right === 'object' && 'k' in right && draw(2) === 0 };
        if (last) last = node;
        else open.push(node);
      }
      return { tree: last ?? open[0]!, products, bias };
    });
}

/** The tree with a bracket round every sum, the plainest way to write it. */
export function bracketed(tree: TestTree): string {
  if (tree === 'b') return 'b';
  if ('k' in tree) return String(tree.k);
  return `(${bracketed(tree.left)} + ${tree.fused ? '*' : ''}${bracketed(tree.right)})`;
}
