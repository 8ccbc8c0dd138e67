import type { LogAxis } from '../log-axis';
import { logPlace } from '../log-axis';
import { BottomAxis, powerMarks } from './axes';
import { tenth, Words } from './text';

/** What may be expected, from one value to another. */
export interface ExpectedSpan {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  /** What was computed; null for nothing. */
  readonly computed: number | null;
}

export interface RangesProps {
  readonly axis: LogAxis;
  readonly spans: readonly ExpectedSpan[];
  /** Up to the first value is normal, from the second on it is not to be expected. */
  readonly limits: readonly [number, number];
  readonly regions: readonly [string, string, string];
  /** What is held against all of it, and what it is called; a value without a place on the axis is left out. */
  readonly value: number;
  readonly valueText: string;
  readonly title: string;
}

const TOP = 30;
const ROW = 46;
const FOOT = 46;
/** Room that a label needs at the left end. */
const LABEL = 150;

function baseOf(spans: readonly unknown[]): number {
  return TOP + spans.length * ROW + 8;
}

export function rangesHeight(spans: readonly unknown[]): number {
  return baseOf(spans) + FOOT;
}

/** Expected ranges on one logarithmic axis, a row each, what was computed in each as a dot, and one value across them. */
export function Ranges({ axis, spans, limits, regions, value, valueText, title }: RangesProps) {
  const at = (one: number): number => tenth(logPlace(axis, one));
  const [low, high] = [at(limits[0]), at(limits[1])];
  const base = baseOf(spans);
  const hasPlace = value > 0 && Number.isFinite(value);
  const place = at(value);
  const onRight = place < axis.length / 2;
  const region = (x: number, anchor: 'end' | 'middle', text: string) => (
    <Words x={x} y={14} size="var(--text-mark)" anchor={anchor} colour="var(--ink-quiet)" halo>
      {text}
    </Words>
  );
  return (
    <>
      {[low, high].map((x) => (
        <line key={x} x1={x} x2={x} y1={18} y2={base} stroke="var(--rule)" strokeDasharray="3 3" />
      ))}
      {region(low - 6, 'end', regions[0])}
      {region(tenth((low + high) / 2), 'middle', regions[1])}
      {region(axis.length, 'end', regions[2])}
      {spans.map(({ label, from, to, computed }, i) => (
        <g key={label} transform={`translate(0 ${TOP + i * ROW})`}>
          <path d={`M${at(from)} 22v12M${at(from)} 28H${at(to)}M${at(to)} 22v12`} fill="none" stroke="var(--rule)" strokeWidth={1.5} />
          {computed !== null && computed > 0 && <circle cx={at(computed)} cy={28} r={4} fill="var(--ink)" />}
        </g>
      ))}
      {hasPlace && <line x1={place} x2={place} y1={20} y2={base} stroke="var(--differs)" strokeWidth={2} />}
      {/* Words lie over all lines. */}
      {hasPlace && (
        <Words x={place + (onRight ? 6 : -6)} y={base - 4} size="var(--text-mark)" anchor={onRight ? 'start' : 'end'} colour="var(--differs)" bold halo>
          {valueText}
        </Words>
      )}
      {spans.map(({ label, to, computed }, i) => (
        <g key={label} transform={`translate(0 ${TOP + i * ROW})`}>
          <Words x={Math.max(LABEL, at(to))} y={15} size="var(--text-mark)" anchor="end" halo>
            {label}
          </Words>
          {i === 0 && computed !== null && computed > 0 && (
            <Words x={at(computed) + 9} y={32} size="var(--text-mark)" colour="var(--ink-quiet)" halo>
              computed
            </Words>
          )}
        </g>
      ))}
      <BottomAxis length={axis.length} y={base} ticks={powerMarks(axis, 10, 52)} />
      <Words x={0} y={base + 39} size="var(--text-mark)" colour="var(--ink-quiet)">
        {title}
      </Words>
    </>
  );
}
