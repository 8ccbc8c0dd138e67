import { tenth, Words } from '../../charts/marks/text';
import type { Drawing } from '../poster';
import { WIDTH } from '../poster';

interface Bar {
  readonly name: string;
  /** Parts of the whole from the left, each with its colour. */
  readonly parts: readonly { readonly share: number; readonly colour: string }[];
  /** What is written at the end. */
  readonly text: string;
}

const NAMES = 256;
const TEXTS = 150;
const ROW = 34;
const HEAD = 28;

/** A bar for each line, its number beside it. */
export function barsDrawing(title: string, bars: readonly Bar[]): Drawing {
  const length = WIDTH - NAMES - TEXTS;
  return {
    width: WIDTH,
    height: HEAD + bars.length * ROW,
    marks: (
      <>
        <Words x={NAMES} y={14} colour="var(--ink-quiet)">
          {title}
        </Words>
        {bars.map(({ name, parts, text }, i) => {
          let from = NAMES;
          return (
            <g key={name} transform={`translate(0 ${HEAD + i * ROW})`}>
              <Words x={0} y={19}>
                {name}
              </Words>
              <rect x={NAMES} y={8} width={length} height={14} fill="var(--paper-quiet)" />
              {parts.map(({ share, colour }) => {
                const x = from;
                from = tenth(from + share * length);
                return <rect key={colour} x={x} y={8} width={tenth(from - x)} height={14} fill={colour} />;
              })}
              <Words x={WIDTH} y={19} anchor="end">
                {text}
              </Words>
            </g>
          );
        })}
      </>
    ),
  };
}
