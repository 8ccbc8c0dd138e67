import { useWidth } from '../../charts/use-width';
import { numberText } from '../../lib/number-text';
import { sizeText } from '../../lib/size-text';
import type { Addition } from './addition';
import styles from './addition.module.css';
import { REACH, roundingPlace } from './rounding-place';

const HEIGHT = 62;
const AXIS = 30;

/** The float32 numbers near a sum, where the exact sum lies among them, and how far rounding moved it. */
export function RoundingLine({ addition }: { readonly addition: Addition }) {
  const [box, width] = useWidth<HTMLDivElement>();
  const place = roundingPlace(addition);
  if (place === null) return <div ref={box} />;
  const { ticks, exactAt, other } = place;
  const x = (at: number): number => width / 2 + (at * width) / (2 * REACH);
  const text = numberText(addition.sum);
  const toOther = Math.sign(exactAt);
  const shown = other !== null && Number.isFinite(other);
  const label =
    other === null
      ? `The exact sum is the float32 ${text}.`
      : `The exact sum lies between the float32 numbers ${text} and ${numberText(other)}, ${sizeText(Math.abs(exactAt), 3)} of the step from the first, to which it is rounded.`;
  return (
    <div ref={box} className={styles.line} style={{ minHeight: HEIGHT }}>
      {width > 0 && (
        <svg width={width} height={HEIGHT} role="img" aria-label={label}>
          <line x1={0} x2={width} y1={AXIS} y2={AXIS} className={styles.axis} />
          {ticks.map(({ value, at }) => (
            <line key={value} x1={x(at)} x2={x(at)} y1={AXIS - 7} y2={AXIS + 7} className={styles.tick} />
          ))}
          {other !== null && <line x1={x(exactAt)} x2={x(0)} y1={AXIS} y2={AXIS} className={styles.thrown} />}
          <circle cx={x(0)} cy={AXIS} r={5} className={styles.resultMark} />
          {other !== null && <path d={`M${x(exactAt)},${AXIS - 5}l5,5l-5,5l-5,-5z`} className={styles.exactMark} />}
          <text x={x(exactAt / 2)} y={13} textAnchor="middle" className={other === null ? styles.name : styles.thrownText}>
            {other === null ? 'exact' : `thrown away ${sizeText(exactAt, 3)} of a step`}
          </text>
          <text x={x(0) - toOther * 6 * (shown ? 1 : 0)} y={HEIGHT - 8} textAnchor={!shown ? 'middle' : toOther > 0 ? 'end' : 'start'} dx={shown ? toOther * 12 : 0} className={styles.result}>
            {text}
          </text>
          {shown && (
            <text x={x(toOther) - toOther * 6} y={HEIGHT - 8} textAnchor={toOther > 0 ? 'start' : 'end'} className={styles.neighbour}>
              {numberText(other)}
            </text>
          )}
        </svg>
      )}
    </div>
  );
}
