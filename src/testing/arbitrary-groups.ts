import fc from 'fast-check';
import type { GroupAddition } from '../orders/trace-order';

/** For property tests: a random order with groups, as nested objects that a test can evaluate by plain recursion. */
export type GroupTree = { readonly k: number } | 'b' | { readonly left: GroupTree; readonly right: GroupTree } | { readonly sum: GroupTree | null; readonly first: number; readonly step: 1 | -1; readonly count: number };

/** A random tree over at most `maxProducts` products, some of them in groups of at most `largest`. */
export function arbitraryGroups(maxProducts = 40, largest = 8): fc.Arbitrary<{ tree: GroupTree; products: number; bias: boolean }> {
  return fc
    .record({ products: fc.integer({ min: 1, max: maxProducts }), bias: fc.boolean(), choices: fc.infiniteStream(fc.nat()) })
    .map(({ products, bias, choices }) => ({ tree: drawGroups(products, bias, largest, choices), products, bias }));
}

function drawGroups(products: number, bias: boolean, largest: number, choices: Iterator<number>): GroupTree {
  const draw = (n: number): number => (choices.next().value as number) % n;
  type Item = { readonly first: number; readonly step: 1 | -1; readonly count: number } | { readonly k: number } | 'b';
  const items: Item[] = bias ? ['b'] : [];
  for (let k = 0; k < products; ) {
    const count = Math.min(1 + draw(largest), products - k);
    const down = draw(4) === 0;
    if (draw(4) === 0) items.push({ k: k++ });
    else {
      items.push({ first: down ? k + count - 1 : k, step: down ? -1 : 1, count });
      k += count;
    }
  }
  // In half of the trees, one thing after the other joins one sum, as they come.
  const chain = draw(2) === 0;
  const open: (GroupTree | null)[] = [null];
  for (const item of chain ? items : items.sort(() => draw(3) - 1)) {
    const at = draw(chain ? 1 : open.length);
    const sum = open[at] ?? null;
    const isGroup = typeof item === 'object' && 'count' in item;
    const alone: GroupTree = isGroup ? { sum: null, ...item } : item;
    if (!chain && draw(3) === 0) open.push(alone);
    else open[at] = isGroup ? { sum, ...item } : sum === null ? item : { left: sum, right: item };
  }
  return open.filter((tree) => tree !== null).reduce((left, right) => ({ left, right }));
}

/** Evaluates the tree by plain recursion: the definition that everything else is tested against. */
export function evaluateGroups(tree: GroupTree, x: Float32Array, w: Float32Array, bias: number, addGroup: GroupAddition): number {
  if (tree === 'b') return bias;
  if ('k' in tree) return Math.fround(x[tree.k]! * w[tree.k]!);
  const of = (part: GroupTree): number => evaluateGroups(part, x, w, bias, addGroup);
  if ('left' in tree) return Math.fround(of(tree.left) + of(tree.right));
  const ks = Array.from({ length: tree.count }, (_, i) => tree.first + i * tree.step);
  return addGroup(ks.map((k) => x[k]!), ks.map((k) => w[k]!), tree.sum === null ? 0 : of(tree.sum));
}

/** The tree with brackets around every sum, the plainest way to write it. */
export function bracketedGroups(tree: GroupTree): string {
  if (tree === 'b') return 'b';
  if ('k' in tree) return String(tree.k);
  if ('left' in tree) return `(${bracketedGroups(tree.left)} + ${bracketedGroups(tree.right)})`;
  const group = `{${tree.first}..${tree.first + tree.step * (tree.count - 1)}}`;
  return tree.sum === null ? `(${group})` : `(${bracketedGroups(tree.sum)} + ${group})`;
}
