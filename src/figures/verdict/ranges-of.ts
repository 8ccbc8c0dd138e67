import type { RangesProps } from '../../charts/marks/ranges';
import { sizeText } from '../../lib/size-text';
import { formatCount } from '../../lib/words';
import type { Judged } from './judged';

/**
 * Where the reader's difference stands among what orders of addition do, in multiples of the most that two orders usually differ by:
 * up to 1 it is normal. Null where nothing is known to judge by.
 *
 * @param length of the axis, in pixels
 * @param whose what the difference is called: "yours"
 */
export function rangesOf({ orders, judgement: { share, typical, most } }: Judged, length: number, whose: string): RangesProps | null {
  if (share === null || typical === null) return null;
  const bound = most === null ? null : most / typical;
  const shown = [0.05, 4, share.value, ...orders.map(({ largest }) => largest), ...(bound === null ? [] : [4 * bound])].filter((one) => one > 0 && Number.isFinite(one));
  return {
    axis: { from: Math.min(...shown) / 1.5, to: Math.max(...shown) * 1.5, length },
    reaches: orders.filter(({ largest }) => largest > 0).map(({ label, height, largest }) => ({ label: `${label}, h = ${formatCount(height)}`, to: largest })),
    below: 'normal',
    limits: [{ at: 1, beyond: 'unusual' }, ...(bound !== null && bound > 1 ? [{ at: bound, beyond: 'not by order' }] : [])],
    value: share.value,
    valueText: `${whose}${share.of === 'all' ? ', taken together' : ''}: ${sizeText(share.value)}`,
    title: 'as a multiple of what two orders usually differ by',
  };
}
