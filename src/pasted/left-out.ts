import { PASTED_LIMITS } from '../lib/limits';
import { formatCount, formatList, plural } from '../lib/words';
import type { Candidate, Candidates } from './find-results';
import type { Line } from './line-heads';
import type { Picked } from './pick-reading';
import type { LeftOut } from './reading';

/** What a reading doesn't use, one sentence per kind. */
export function leftOutOf(picked: Picked, { candidates, problems, truths, more }: Candidates, lines: readonly Line[]): LeftOut[] {
  const used = new Set(usedPositions(picked));
  const others = candidates.filter(({ position, isDifference }) => !used.has(position) && !isDifference);
  const typed = lines.filter(({ kind }) => kind === 'code');
  const logged = lines.filter(({ kind }) => kind === 'log');
  return [
    ...problems.slice(0, 4).map(({ message, position }) => ({ sentence: `A list was not read: ${message}`, position: position ?? 0 })),
    ...truths.slice(0, 1).map(({ position }) => ({ sentence: 'Truth values are not compared.', position: position ?? 0 })),
    ...summary(typed.map(({ at }) => at), (count) => `${plural(count, 'line')} of code ${count === 1 ? 'was' : 'were'} passed over.`),
    ...summary(logged.map(({ at }) => at), (count) => `The times and levels of ${plural(count, 'log line')} were passed over.`),
    ...(more > 0 ? [{ sentence: `${formatCount(more)} more lists come after the first ${formatCount(PASTED_LIMITS.found)}, which are all that are read.`, position: candidates.at(-1)?.position ?? 0 }] : []),
    ...summary(others.map(({ position }) => position), (count) => `${count === 1 ? 'One other number or list was' : `${formatCount(count)} other numbers or lists were`} left out${placesOf(others)}.`),
  ];
}

function placesOf(others: readonly Candidate[]): string {
  const lines = [...new Set(others.map(({ line }) => line))];
  return `, in ${lines.length === 1 ? 'line' : 'lines'} ${lines.length <= 4 ? formatList(lines) : `${lines.slice(0, 3).join(', ')} and below`}`;
}

function summary(positions: readonly number[], sentence: (count: number) => string): LeftOut[] {
  return positions.length === 0 ? [] : [{ sentence: sentence(positions.length), position: positions[0]! }];
}

function usedPositions(picked: Picked): number[] {
  switch (picked.kind) {
    case 'one':
    case 'difference':
      return [picked.result.position];
    case 'pair':
      return picked.pair.map(({ position }) => position);
    case 'several':
      return picked.results.map(({ position }) => position);
    case 'figures':
      return [];
  }
}
