import { doubleText, numberText } from '../../lib/number-text';
import { BitSquares } from '../../charts/marks/bit-squares';
import { DifferingFigures, Figures, Words } from '../../charts/marks/text';
import type { Grouping, ThreeSums } from '../../figures/sum-of-three/three-sums';
import type { Drawing } from '../poster';
import { WIDTH } from '../poster';

const SIZE = 30;
const GROUP = 104;
const VALUES = 210;

/** Both bracketings, each with its result in digits and bits, and the exact sum. */
export function bracketsDrawing({ left, right, exact }: ThreeSums): Drawing {
  const groups: readonly [Grouping, Grouping][] = [[left, right], [right, left]];
  return {
    width: WIDTH,
    height: 2 * GROUP + 30,
    marks: (
      <>
        {groups.map(([own, other], i) => (
          <g key={own.text} transform={`translate(0 ${i * GROUP})`}>
            <Words x={0} y={SIZE} size={26}>
              {own.text}
            </Words>
            <Figures x={VALUES - 34} y={SIZE} size={26} colour="var(--ink-quiet)">
              =
            </Figures>
            <DifferingFigures x={VALUES} y={SIZE} size={SIZE} text={numberText(own.result)} against={numberText(other.result)} />
            <g transform={`translate(0 ${SIZE + 20})`}>
              <BitSquares value={own.result} against={other.result} />
            </g>
          </g>
        ))}
        <g transform={`translate(0 ${2 * GROUP})`}>
          <Words x={0} y={20} size={20} colour="var(--ink-quiet)">
            exact
          </Words>
          <Figures x={VALUES - 34} y={20} size={20} colour="var(--ink-quiet)">
            =
          </Figures>
          <Figures x={VALUES} y={20} size={20} colour="var(--ink-quiet)">
            {Number.isInteger(exact) ? numberText(exact) : doubleText(exact)}
          </Figures>
        </g>
      </>
    ),
  };
}
