import type { OrderMark } from '../order-mark';
import { tenth } from './text';

interface OrderSpanProps {
  /** The orders in use, one above the other, each with its share of the outputs. */
  readonly parts: readonly { readonly mark: OrderMark; readonly share: number }[];
  readonly width: number;
  readonly height: number;
  /** What was recorded, from the left. */
  readonly sure: number;
  /** Whether the next recorded batch size uses the same orders or others; null if there is none. */
  readonly next: 'same' | 'other' | null;
}

/** So that an order of few outputs stays visible. */
const LEAST_SHARE = 0.25;
/** Distance between hatching lines along an edge. */
const HATCH = 6 * Math.SQRT2;

/** A range of batch sizes: solid where recorded, then pale up to a size with the same orders, or hatched up to one with others. */
export function OrderSpan({ parts, width, height, sure, next }: OrderSpanProps) {
  const total = parts.reduce((sum, { share }) => sum + Math.max(share, LEAST_SHARE), 0);
  // A hairline of paper between two recorded sizes.
  const solid = tenth(Math.max(0, Math.min(width, sure) - 1));
  const from = tenth(sure);
  const rest = tenth(width - sure);
  let top = 0;
  return parts.map(({ mark: { colour, letter, repeated }, share }) => {
    const y = tenth(top);
    top += ((height + 1) * Math.max(share, LEAST_SHARE)) / total;
    const h = tenth(top - y - 1);
    return (
      <g key={letter} transform={`translate(0 ${y})`}>
        {solid > 0 && <rect width={solid} height={h} fill={colour} />}
        {rest > 0 && next === 'same' && (
          <>
            <rect x={from} width={rest} height={h} fill={colour} fillOpacity={0.28} />
            <path d={`M${from} 1h${rest}M${from} ${tenth(h - 1)}h${rest}`} fill="none" stroke={colour} strokeWidth={2} />
          </>
        )}
        {rest > 0 && next === 'other' && <path d={hatchPath(from, rest, h)} fill="none" stroke="var(--rule)" />}
        {/* The colours have come round: a line of paper tells this order from the one that had the colour first. */}
        {repeated && <path d={`M0 ${tenth(h / 2)}H${next === 'same' ? tenth(width) : solid}`} fill="none" stroke="var(--paper)" strokeWidth={2} />}
      </g>
    );
  });
}

/** Thin lines at 45°, clipped to a box whose top left corner is at `left`, 0. */
function hatchPath(left: number, width: number, height: number): string {
  let path = '';
  for (let at = HATCH / 2 - height; at < width; at += HATCH) {
    const from = Math.max(0, at);
    const to = Math.min(width, at + height);
    if (to > from) path += `M${tenth(left + from)} ${tenth(height - (from - at))}L${tenth(left + to)} ${tenth(height - (to - at))}`;
  }
  return path;
}
