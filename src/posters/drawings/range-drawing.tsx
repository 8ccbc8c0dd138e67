import type { RangesProps } from '../../charts/marks/ranges';
import { Ranges, rangesHeight } from '../../charts/marks/ranges';
import type { Drawing } from '../poster';
import { WIDTH } from '../poster';

/** The difference on one axis with those that summation orders make: normal, unusual, or not due to order. */
export function rangeDrawing(ranges: RangesProps): Drawing {
  return { width: WIDTH, height: rangesHeight(ranges.reaches), marks: <Ranges {...ranges} /> };
}
