import { differingBits, floatBits } from '../../charts/float-bits';
import { numberText } from '../../lib/float32-text';
import type { Grouping, ThreeSums } from '../../figures/sum-of-three/three-sums';
import { pythonRepr } from '../../lib/python-repr';
import { DifferingFigures, Figures, Words } from './marks';
import type { Drawing } from '../poster';
import { WIDTH } from '../poster';

const SIZE = 30;
const GROUP = 104;
const BIT = 18;
/** A wider gap after the sign and after the exponent. */
const BIT_GAP = 6;
const VALUES = 210;

function bitX(place: number): number {
  return place * BIT + (place > 0 ? BIT_GAP : 0) + (place > 8 ? BIT_GAP : 0);
}

function Bits({ value, against, y }: { readonly value: number; readonly against: number; readonly y: number }) {
  const differing = new Set(differingBits(value, against));
  return (
    <>
      {[...floatBits(value).bits].map((bit, place) => (
        <rect
          key={place}
          x={bitX(place) + 0.5}
          y={y + 0.5}
          width={BIT - 3}
          height={BIT - 3}
          fill={differing.has(place) ? 'var(--differs)' : bit === '1' ? 'var(--ink)' : 'none'}
          stroke={differing.has(place) ? 'var(--differs)' : 'var(--rule)'}
          fillOpacity={differing.has(place) && bit === '0' ? 0.25 : 1}
        />
      ))}
    </>
  );
}

/** Both brackets, each with its result to the digit and to the bit, and the exact sum. */
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
              <Bits value={own.result} against={other.result} y={0} />
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
            {Number.isInteger(exact) ? numberText(exact) : pythonRepr(exact)}
          </Figures>
        </g>
      </>
    ),
  };
}
