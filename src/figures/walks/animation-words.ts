import { formatList, plural } from '../../lib/words';
import type { Animation } from './animation-of-order';

/** "s0", "s1", …: names for accumulators, since products have numbers and orders have letters. */
export function sumName(index: number): string {
  return `s${index}`;
}

function productsOf(animation: Animation, group: readonly number[]): number {
  return group.reduce((sum, index) => sum + animation.accumulators[index]!.products.length, 0);
}

/** The most products that any one step adds. */
function widest({ steps }: Animation): number {
  return Math.max(1, ...steps.map((step) => (step.kind === 'add' ? step.adds.reduce((sum, { term }) => sum + term.length, 0) : 1)));
}

/** Blocks along K that take products, and partial sums side by side in the widest of them. */
function blocksAndLanes(animation: Animation): { readonly blocks: readonly (readonly number[])[]; readonly lanes: number } {
  const blocks = animation.groups.filter((group) => productsOf(animation, group) > 0);
  return { blocks, lanes: Math.max(0, ...blocks.map((group) => group.length)) };
}

/** The shape of the animation in a few words: "4 partial sums side by side". */
export function shapeText(animation: Animation): string {
  const { blocks, lanes } = blocksAndLanes(animation);
  if (blocks.length <= 1) return lanes <= 1 ? 'one partial sum' : `${lanes} partial sums side by side`;
  return lanes <= 1 ? `${blocks.length} blocks one after another` : `${blocks.length} blocks of ${lanes} partial sums`;
}

/** Joins that are read aloud; the rest are counted. */
const JOINS_SAID = 8;

/** How the partial sums are joined, in a sentence: "Of 3 partial sums, s2 is added to s1, then s1 to s0." */
export function joinsText({ accumulators, joins }: Animation): string {
  const said = joins.slice(0, JOINS_SAID).map((join) => ({ what: join.kind === 'merge' ? sumName(join.from) : join.products.length === 0 ? 'the bias' : plural(join.products.length, 'more product'), into: sumName(join.into) }));
  const [first, ...rest] = said;
  if (first === undefined) return 'One partial sum, which nothing joins.';
  const more = joins.length > JOINS_SAID ? `, and ${joins.length - JOINS_SAID} more joins` : '';
  return `Of ${plural(accumulators.length, 'partial sum')}, ${first.what} is added to ${first.into}${rest.map(({ what, into }) => `, then ${what} to ${into}`).join('')}${more}.`;
}

/** Moves that are named one by one. */
const MOVES_NAMED = 4;

/** The shape of the animation in a sentence: its blocks along K and its partial sums side by side. */
export function animationText(animation: Animation): string {
  const K = animation.owner.length;
  const { blocks: groups, lanes } = blocksAndLanes(animation);
  const sizes = groups.map((group) => productsOf(animation, group));
  const blocks = new Set(sizes).size === 1 ? `of ${plural(sizes[0]!, 'product')}` : `of ${formatList(sizes)} products`;
  const steps = animation.steps.filter((step) => step.kind === 'add' && step.adds.some(({ term }) => term.length > 0)).length;
  const alone = animation.steps.findIndex((step) => step.kind === 'join' || step.adds.length > 1);
  const peeled = lanes > 1 && alone > 0 ? `, after the first ${alone === 1 ? 'one' : alone} on their own` : '';
  const most = animation.accumulators.reduce((size, { terms }) => terms.reduce((larger, term) => Math.max(larger, term.length), size), 0);
  // Pairs that are summed first make no step of their own.
  const inTurn = most > 2 ? `${most} at a time` : 'one after another';
  if (groups.length <= 1) {
    return lanes <= 1 ? `One partial sum takes all ${plural(K, 'product')}, ${inTurn}.` : `${lanes} partial sums side by side, ${plural(widest(animation), 'product')} per step${peeled}: ${plural(steps, 'step')} for ${plural(K, 'product')}.`;
  }
  if (lanes <= 1) return `${groups.length} blocks along K, ${blocks}, ${most > 2 ? `${most} products at a time` : 'one product after another'} in each.`;
  return `${groups.length} blocks along K, ${blocks}, each in ${lanes} partial sums side by side.`;
}

/** What the last of the first `done` steps did, in words. */
export function stepText(animation: Animation, done: number): string {
  if (done === 0) return 'Nothing added yet.';
  const step = animation.steps[Math.min(done, animation.steps.length) - 1];
  if (step === undefined) return 'Nothing to add.';
  const last = done >= animation.steps.length ? ` That is the result, after ${plural(animation.steps.length, 'step')}.` : '';
  if (step.kind === 'join') {
    const join = animation.joins[step.join]!;
    const what = join.kind === 'merge' ? sumName(join.from) : step.product === null ? 'The bias' : `Product ${step.product}`;
    return `${what} is added to ${sumName(join.into)}.${last}`;
  }
  const moves = step.adds.map(({ into, term }) => ({ what: term.length === 0 ? 'the bias' : formatList(term), into: sumName(into), products: term.length }));
  const count = moves.reduce((sum, { products }) => sum + products, 0);
  if (moves.length === 1) return `${count === 0 ? 'The bias' : `${count === 1 ? 'Product' : 'Products'} ${moves[0]!.what}`} → ${moves[0]!.into}.${last}`;
  if (moves.length > MOVES_NAMED) return `${plural(count, 'product')} at once, into ${moves.length} partial sums.${last}`;
  return `${plural(count, 'product')} at once: ${moves.map(({ what, into }) => `${what} → ${into}`).join(', ')}.${last}`;
}
