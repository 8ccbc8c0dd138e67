import type { RangesProps } from '../../charts/marks/ranges';
import { Ranges, rangesHeight } from '../../charts/marks/ranges';
import type { Drawing } from '../poster';
import { WIDTH } from '../poster';

/** The difference beside what orders of addition do, on one axis: what is normal, unusual, and not by order. */
export function rangeDrawing(ranges: RangesProps): Drawing {
  return { width: WIDTH, height: rangesHeight(ranges.reaches), marks: <Ranges {...ranges} /> };
}
