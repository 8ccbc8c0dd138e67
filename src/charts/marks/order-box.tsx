import type { OrderMark } from '../order-mark';
import { Figures, MIDDLE, tenth } from './text';

interface OrderBoxProps {
  readonly mark: OrderMark;
  readonly width: number;
  readonly height: number;
}

/** A box lower or narrower than this has no room for a letter. */
const LEAST_HEIGHT = 12;
const LEAST_LETTER = 9;

/** An order's colour, with its letter if there is room. */
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
