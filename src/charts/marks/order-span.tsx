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
  /** Whether rows of one call were summed differently: a dotted line under the bar, `DOTS` high with its distance. */
  readonly rowsDiffer: boolean;
}

/** Room under the bar, in pixels. */
export const DOTS = 5;

/** So that an order of few outputs stays visible. */
const LEAST_SHARE = 0.25;
/** Distance between hatching lines along an edge. */
const HATCH = 6 * Math.SQRT2;

/** A range of batch sizes: solid where recorded, then pale up to a size with the same orders, or hatched up to one with others. */
export function OrderSpan({ parts, width, height, sure, next, rowsDiffer }: OrderSpanProps) {
  const total = parts.reduce((sum, { share }) => sum + Math.max(share, LEAST_SHARE), 0);
  // A hairline of paper between two recorded sizes.
  const solid = tenth(Math.max(0, Math.min(width, sure) - 1));
  const from = tenth(sure);
  const rest = tenth(width - sure);
  /** Where the bars of so many parts end. */
  const after = (count: number): number => parts.slice(0, count).reduce((sum, { share }) => sum + ((height + 1) * Math.max(share, LEAST_SHARE)) / total, 0);
  const bars = parts.map(({ mark: { colour, letter, repeated } }, i) => {
    const y = tenth(after(i));
    const h = tenth(after(i + 1) - y - 1);
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
  return (
    <>
      {bars}
      {rowsDiffer && <path d={`M0 ${height + DOTS - 1.5}H${tenth(Math.max(0, solid - 1))}`} fill="none" stroke="var(--ink)" strokeWidth={2} strokeDasharray="2 2" />}
    </>
  );
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
