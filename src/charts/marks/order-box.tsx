import type { OrderMark } from '../order-mark';
import { Figures, MIDDLE, tenth } from './text';

interface OrderBoxProps {
  readonly mark: OrderMark;
  readonly width: number;
  readonly height: number;
}

/** Lower or narrower than this, a letter can't stand in it. */
const LEAST_HEIGHT = 12;
const LEAST_LETTER = 9;

/** An order's colour, with its letter where there is room for it. */
export function OrderBox({ mark: { colour, ink, letter }, width, height }: OrderBoxProps) {
  return (
    <>
      <rect width={tenth(width)} height={tenth(height)} fill={colour} />
      {height >= LEAST_HEIGHT && width >= LEAST_LETTER * letter.length && (
        <Figures x={tenth(width / 2)} y={tenth(height / 2)} dy={MIDDLE} size="var(--text-mark)" anchor="middle" colour={ink} bold>
          {letter}
        </Figures>
      )}
    </>
  );
}
