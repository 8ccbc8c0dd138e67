import type { LogAxis } from '../log-axis';
import { logPlace } from '../log-axis';
import { BottomAxis, powerMarks } from './axes';
import { tenth, Words } from './text';

/** How far something reaches, from the left end. */
export interface Reach {
  readonly label: string;
  readonly to: number;
}

export interface RangesProps {
  readonly axis: LogAxis;
  readonly reaches: readonly Reach[];
  /** Ascending, each with the name of the region beyond it; the first region lies below all of them. */
  readonly limits: readonly { readonly at: number; readonly beyond: string }[];
  readonly below: string;
  /** The value to compare with all of them, and its name; a value without a place on the axis is left out. */
  readonly value: number;
  readonly valueText: string;
  readonly title: string;
}

const TOP = 30;
const ROW = 34;
const FOOT = 46;
/** Height of the row with the value's label. */
const VALUE = 22;

function baseOf(reaches: readonly unknown[]): number {
  return TOP + reaches.length * ROW + VALUE;
}

export function rangesHeight(reaches: readonly unknown[]): number {
  return baseOf(reaches) + FOOT;
}

/** How far several things reach on one logarithmic axis, one row each, with limits and one value drawn across all rows. */
export function Ranges({ axis, reaches, limits, below, value, valueText, title }: RangesProps) {
  const at = (one: number): number => tenth(logPlace(axis, one));
  const base = baseOf(reaches);
  const hasPlace = value > 0 && Number.isFinite(value);
  const place = at(value);
  const onRight = place < axis.length / 2;
  const edges = [0, ...limits.map((limit) => at(limit.at)), axis.length];
  return (
    <>
      {limits.map((limit) => (
        <line key={limit.beyond} x1={at(limit.at)} x2={at(limit.at)} y1={18} y2={base} stroke="var(--rule)" strokeDasharray="3 3" />
      ))}
      {[below, ...limits.map(({ beyond }) => beyond)].map((text, i) => (
        <Words key={text} x={i === limits.length ? axis.length : tenth((edges[i]! + edges[i + 1]!) / 2)} y={14} size="var(--text-mark)" anchor={i === limits.length ? 'end' : 'middle'} colour="var(--ink-quiet)" halo>
          {text}
        </Words>
      ))}
      {reaches.map(({ label, to }, i) => (
        <g key={label} transform={`translate(0 ${TOP + i * ROW})`}>
          <line x1={0} x2={at(to)} y1={22} y2={22} stroke="var(--rule)" strokeWidth={1.5} />
          <circle cx={at(to)} cy={22} r={4} fill="var(--ink)" />
        </g>
      ))}
      {hasPlace && <line x1={place} x2={place} y1={20} y2={base} stroke="var(--differs)" strokeWidth={2} />}
      {/* Words lie over all lines. */}
      {hasPlace && (
        <Words x={place + (onRight ? 6 : -6)} y={base - 6} size="var(--text-mark)" anchor={onRight ? 'start' : 'end'} colour="var(--differs)" bold halo>
          {valueText}
        </Words>
      )}
      {reaches.map(({ label }, i) => (
        <Words key={label} x={0} y={TOP + i * ROW + 14} size="var(--text-mark)" halo>
          {label}
        </Words>
      ))}
      <BottomAxis length={axis.length} y={base} ticks={powerMarks(axis, 10, 52)} />
      <Words x={0} y={base + 39} size="var(--text-mark)" colour="var(--ink-quiet)">
        {title}
      </Words>
    </>
  );
}
