/**
 * Moves labels apart along a line: as near as possible to the wanted places, in the same order, at least `spacing`
 * apart, and inside [from, to] if they all fit. Overlapping labels become a block centred on its members' places
 * (pool adjacent violators), so no label moves further than its neighbours need.
 *
 * @param wanted places, in any order
 * @returns the places given, in the order of `wanted`
 */
export function placeLabels(wanted: readonly number[], spacing: number, from: number, to: number): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a]! - wanted[b]! || a - b);
  const blocks: { first: number; sum: number; count: number }[] = [];
  const top = (block: { sum: number; count: number }): number => {
    const length = (block.count - 1) * spacing;
    const centred = block.sum / block.count - length / 2;
    return Math.max(from, Math.min(to - length, centred));
  };
  order.forEach((label, i) => {
    let block = { first: i, sum: wanted[label]!, count: 1 };
    for (let before = blocks.at(-1); before !== undefined; before = blocks.at(-1)) {
      if (top(before) + before.count * spacing <= top(block)) break;
      blocks.pop();
      block = { first: before.first, sum: before.sum + block.sum, count: before.count + block.count };
    }
    blocks.push(block);
  });
  const placed = new Array<number>(wanted.length).fill(0);
  for (const block of blocks) {
    for (let i = 0; i < block.count; i++) placed[order[block.first + i]!] = top(block) + i * spacing;
  }
  return placed;
}
