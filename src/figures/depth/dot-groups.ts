import { logExtent } from '../../charts/log-axis';
import type { DotGroup } from '../../charts/marks/dots';
import type { FlipsResult } from '../../store/results';

/** The inputs as dots, with the change of the lead (y) over the lead (x), and the domains of the axes. */
export function dotGroups({ chunks }: Pick<FlipsResult, 'chunks'>): { readonly groups: readonly DotGroup[]; readonly xDomain: readonly [number, number]; readonly yDomain: readonly [number, number] } {
  const pick = (wanted: (sought: boolean, flipped: boolean) => boolean): Pick<DotGroup, 'x' | 'y'> => {
    const x: number[] = [];
    const y: number[] = [];
    for (const { sought, gap, lead, flipped } of chunks) {
      for (let i = 0; i < gap.length; i++) {
        if (!wanted(sought, flipped[i] === 1)) continue;
        x.push(gap[i]!);
        y.push(Math.abs(lead[i]! - gap[i]!));
      }
    }
    return { x, y };
  };
  const groups: DotGroup[] = [
    { id: 'random', label: 'random', colour: 'var(--rule)', size: 3, ...pick((sought, flipped) => !sought && !flipped) },
    { id: 'sought', label: 'searched for near a tie', colour: 'var(--ink)', size: 4, ...pick((sought, flipped) => sought && !flipped) },
    { id: 'flipped', label: 'flipped', colour: 'var(--differs)', size: 7, ...pick((_, flipped) => flipped) },
  ];
  const [least, most] = logExtent([1e-8, 1e-5, ...groups.flatMap(({ y }) => y.filter((change) => change > 0))], 10);
  return { groups, xDomain: [1e-8, 10], yDomain: [Math.max(1e-10, least), most] };
}
