import { OrderBox } from '../../charts/marks/order-box';
import { DifferingFigures, Figures, Words } from '../../charts/marks/text';
import type { PrintedBlock } from '../../figures/thread/printed-blocks';
import type { Drawing } from '../poster';
import { WIDTH } from '../poster';

/** One quantity fills the width; several are set in two columns, smaller. */
const ALONE = { size: 34, line: 52, columns: 1 } as const;
const AMONG = { size: 17, line: 26, columns: 2 } as const;
const GAP = 24;
/** Side of the square with a line's order. */
const BOX = 16;

/** The printed lines as computed here, highlighting digits that differ from the first line. */
export function threadDrawing(blocks: readonly PrintedBlock[]): Drawing {
  const { size, line, columns } = blocks.length === 1 ? ALONE : AMONG;
  const lines = Math.max(0, ...blocks.map((block) => block.lines.length));
  const head = 26;
  const blockHeight = head + lines * line + GAP;
  const width = WIDTH / columns;
  // Room for three digits beside the square.
  const rowsEnd = BOX + 6 + 1.8 * size;
  const values = rowsEnd + 0.8 * size;
  return {
    width: WIDTH,
    height: Math.ceil(blocks.length / columns) * blockHeight - GAP,
    marks: (
      <>
        {blocks.map((block, i) => (
          <g key={block.title} transform={`translate(${(i % columns) * width} ${Math.floor(i / columns) * blockHeight})`}>
            <Words x={values} y={14} colour="var(--ink-quiet)">
              {block.title}
            </Words>
            {i < columns && (
              <Words x={rowsEnd} y={14} anchor="end" colour="var(--ink-quiet)">
                rows
              </Words>
            )}
            {block.lines.map(({ batch, computed, order }, row) => {
              const y = head + row * line + size;
              return (
                <g key={batch}>
                  {order !== null && (
                    <g transform={`translate(0 ${y - size / 2 - BOX / 3})`}>
                      <OrderBox mark={order} width={BOX} height={BOX} />
                    </g>
                  )}
                  <Figures x={rowsEnd} y={y} size={size} anchor="end" colour="var(--ink-quiet)">
                    {batch}
                  </Figures>
                  <DifferingFigures x={values} y={y} size={size} text={computed ?? ''} against={block.lines[0]?.computed ?? ''} />
                </g>
              );
            })}
          </g>
        ))}
      </>
    ),
  };
}
