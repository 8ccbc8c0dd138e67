import type { ThreeSums } from './three-sums';

/** Whether the two ways agree, and which is nearer to the exact sum; the second sentence may be empty. */
export function sumsFinding(sums: ThreeSums): readonly [string, string] {
  return [Object.is(sums.left.result, sums.right.result) ? 'Both ways give the same bits.' : 'The two ways differ.', nearer(sums)];
}

function nearer({ left, right, exact }: ThreeSums): string {
  const [first, second] = [Math.abs(left.result - exact), Math.abs(right.result - exact)];
  if (![first, second].every(Number.isFinite)) return '';
  if (first === second) return first === 0 ? 'Neither loses anything in the end.' : Object.is(left.result, right.result) ? '' : 'They are equally far from the exact sum.';
  return `${first < second ? left.text : right.text} is nearer to the exact sum here.`;
}
