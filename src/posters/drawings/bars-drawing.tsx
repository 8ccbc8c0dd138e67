import type { Share } from '../../charts/marks/share-bar';
import { ShareBar } from '../../charts/marks/share-bar';
import { Words } from '../../charts/marks/text';
import type { Drawing } from '../poster';
import { WIDTH } from '../poster';

interface Bar {
  readonly name: string;
  /** Parts of the whole from the left. */
  readonly parts: readonly Share[];
  /** Text at the end of the bar. */
  readonly text: string;
}

const NAMES = 256;
const TEXTS = 150;
const ROW = 34;
const HEAD = 28;

/** A bar for each line, its number beside it. */
export function barsDrawing(title: string, bars: readonly Bar[]): Drawing {
  return {
    width: WIDTH,
    height: HEAD + bars.length * ROW,
    marks: (
      <>
        <Words x={NAMES} y={14} colour="var(--ink-quiet)">
          {title}
        </Words>
        {bars.map(({ name, parts, text }, i) => (
          <g key={name} transform={`translate(0 ${HEAD + i * ROW})`}>
            <Words x={0} y={19}>
              {name}
            </Words>
            <g transform={`translate(${NAMES} 8)`}>
              <ShareBar parts={parts} width={WIDTH - NAMES - TEXTS} height={14} />
            </g>
            <Words x={WIDTH} y={19} anchor="end">
              {text}
            </Words>
          </g>
        ))}
      </>
    ),
  };
}
