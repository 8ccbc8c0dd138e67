import type { PointerEvent } from 'react';
import { useState } from 'react';
import { useWidth } from '../../charts/use-width';
import { sizeText } from '../../lib/size-text';
import type { KahanStep } from './kahan-steps';
import type { StepList } from './step-list';
import type { StepperState } from './stepper-state';
import styles from './stepper.module.css';

interface TracksProps {
  readonly list: StepList;
  readonly kahan: readonly KahanStep[] | null;
  readonly step: number;
  readonly scale: StepperState['scale'];
  /** Colour of the order, as a CSS value. */
  readonly colour: string;
  readonly onStep: (step: number) => void;
}

/** Room at the sides for the ends of the range below. */
const SIDE = 10;
const LANES = { sums: { top: 22, height: 84 }, thrown: { top: 136, height: 84 }, errors: { top: 250, height: 124 } } as const;
const HEIGHT = 384;
/** Cancelled bits from which a step is marked. */
const MARKED = 3;

/** The whole sum at a glance: its partial sums, what each addition threw away, and the error that gathers. */
export function Tracks({ list, kahan, step, scale, colour, onStep }: TracksProps) {
  const [box, width] = useWidth<HTMLDivElement>();
  const [scrubbing, setScrubbing] = useState(false);
  const { steps } = list;
  const cell = (width - 2 * SIDE) / steps.length;
  const x = (i: number): number => SIDE + (i + 0.5) * cell;
  const most = (values: readonly number[]): number => Math.max(...values.map((value) => (Number.isFinite(value) ? Math.abs(value) : 0))) || 1;
  const tops = {
    sums: most(steps.map(({ addition }) => addition.sum)),
    thrown: most(steps.flatMap(({ addition, productsLost }) => [addition.lost, productsLost])),
    errors: most([...steps.map(({ error, bound }) => (scale === 'bound' ? bound : error)), ...(kahan ?? []).map(({ error }) => error)]),
  };
  const y = (lane: keyof typeof LANES, value: number): number => {
    const { top, height } = LANES[lane];
    return top + (height / 2) * (1 - Math.min(1, Math.max(-1, value / tops[lane])));
  };
  const joined = (lane: keyof typeof LANES, values: readonly number[], all: boolean): string =>
    values.map((value, i) => `${i === 0 || !(all || steps[i]?.continues) ? 'M' : 'L'}${x(i).toFixed(1)},${y(lane, value).toFixed(1)}`).join('');
  const staircase = (sign: 1 | -1): string =>
    steps
      .map(({ bound }, i) => `${i === 0 || scale === 'errors' ? 'M' : 'L'}${(x(i) - cell / 2).toFixed(1)},${y('errors', sign * bound).toFixed(1)}H${(x(i) + cell / 2).toFixed(1)}`)
      .join('');
  const move = (event: PointerEvent<SVGSVGElement>): void => {
    const place = (event.clientX - event.currentTarget.getBoundingClientRect().left - SIDE) / cell;
    onStep(Math.min(steps.length - 1, Math.max(0, Math.floor(place))));
  };
  const bar = Math.max(2, Math.min(14, cell * 0.36));
  const done = (i: number): 'true' | undefined => (i <= step ? 'true' : undefined);
  return (
    <div ref={box} className={styles.tracks} style={{ minHeight: HEIGHT }}>
      {width > 0 && (
        <svg
          width={width}
          height={HEIGHT}
          aria-hidden="true"
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            setScrubbing(true);
            move(event);
          }}
          onPointerMove={(event) => scrubbing && move(event)}
          onPointerUp={() => setScrubbing(false)}
          onPointerCancel={() => setScrubbing(false)}
        >
          <rect width={width} height={HEIGHT} className={styles.touch} />
          <rect x={x(step) - cell / 2} width={cell} y={0} height={HEIGHT} className={styles.cursor} />
          {Object.entries(LANES).map(([lane, { top, height }]) => (
            <line key={lane} x1={0} x2={width} y1={top + height / 2} y2={top + height / 2} className={styles.zero} />
          ))}
          <LaneTitle top={LANES.sums.top} width={width} text="the sum after each addition" scale={tops.sums} />
          <LaneTitle top={LANES.thrown.top} width={width} text="thrown away by each rounding" scale={tops.thrown} />
          <LaneTitle top={LANES.errors.top} width={width} text="the sum’s error so far" scale={tops.errors} />

          <path d={joined('sums', steps.map(({ addition }) => addition.sum), false)} className={styles.path} style={{ stroke: colour }} />
          {steps.map(({ addition, productsLost, cancelled, error }, i) => (
            <g key={i} className={styles.step} data-done={done(i)}>
              <circle cx={x(i)} cy={y('sums', addition.sum)} r={i === step ? 5 : 2.8} style={{ fill: colour }} />
              {cancelled >= MARKED && <path d={`M${x(i)},${y('sums', addition.sum) - 8}l-4,-7h8z`} className={styles.cancels} />}
              <Bar x={x(i) - bar} width={bar - 0.5} from={y('thrown', 0)} to={y('thrown', productsLost)} className={styles.productLost} />
              <Bar x={x(i)} width={bar - 0.5} from={y('thrown', 0)} to={y('thrown', addition.lost)} className={styles.lost} />
              <circle cx={x(i)} cy={y('errors', error)} r={i === step ? 5 : 2.8} style={{ fill: colour }} />
            </g>
          ))}
          <path d={joined('errors', steps.map(({ error }) => error), false)} className={styles.path} style={{ stroke: colour }} />
          {scale === 'bound' && <path d={staircase(1) + staircase(-1)} className={styles.bound} style={{ stroke: colour }} />}
          {kahan && (
            <>
              <path d={joined('errors', kahan.map(({ error }) => error), true)} className={styles.kahanPath} />
              {kahan.map(({ error }, i) => (
                <rect key={i} x={x(i) - 2.5} y={y('errors', error) - 2.5} width={5} height={5} className={styles.kahan} data-done={done(i)} />
              ))}
            </>
          )}
        </svg>
      )}
    </div>
  );
}

function LaneTitle({ top, width, text, scale }: { readonly top: number; readonly width: number; readonly text: string; readonly scale: number }) {
  return (
    <>
      <text x={0} y={top - 8} className={styles.laneTitle}>
        {text}
      </text>
      <text x={width} y={top - 8} textAnchor="end" className={styles.laneScale}>
        ±{sizeText(scale)}
      </text>
    </>
  );
}

function Bar({ x, width, from, to, className }: { readonly x: number; readonly width: number; readonly from: number; readonly to: number; readonly className: string | undefined }) {
  return <rect x={x} width={width} y={Math.min(from, to)} height={Math.abs(from - to)} className={className} />;
}
