import { differingBits, floatBits } from '../float-bits';

interface BitSquaresProps {
  /** A float32. */
  readonly value: number;
  /** Bits that differ from those of this value are marked. */
  readonly against: number;
}

const BIT = 18;
/** A wider gap after the sign and after the exponent. */
const GAP = 6;

/** The 32 bits of a float32 as squares, sign first: ones are filled. */
export function BitSquares({ value, against }: BitSquaresProps) {
  const differing = new Set(differingBits(value, against));
  return [...floatBits(value).bits].map((bit, place) => {
    const differs = differing.has(place);
    return (
      <rect
        key={place}
        x={place * BIT + (place > 0 ? GAP : 0) + (place > 8 ? GAP : 0) + 0.5}
        y={0.5}
        width={BIT - 3}
        height={BIT - 3}
        fill={differs ? 'var(--differs)' : bit === '1' ? 'var(--ink)' : 'none'}
        stroke={differs ? 'var(--differs)' : 'var(--rule)'}
        fillOpacity={differs && bit === '0' ? 0.25 : undefined}
      />
    );
  });
}
