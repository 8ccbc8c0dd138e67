import type { PointerEvent } from 'react';
import { useState } from 'react';
import type { Lane } from '../../charts/marks/tracks';
import { LaneFrame, laneMost, laneY, Track } from '../../charts/marks/tracks';
import { useWidth } from '../../charts/use-width';
import { sizeText } from '../../lib/size-text';
import type { KahanStep } from './kahan-steps';
import type { Step, StepList } from './step-list';
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

/** Room at either side, in pixels, for the ends of the slider below. */
const SIDE = 10;
const HEIGHT = 384;
/** A step that cancels at least this many bits is marked. */
const MARKED = 3;

/** The whole sum at a glance: its partial sums, what each addition threw away, and how the error builds up. */
export function Tracks({ list, kahan, step, scale, colour, onStep }: TracksProps) {
  const [box, width] = useWidth<HTMLDivElement>();
  const [scrubbing, setScrubbing] = useState(false);
  const { steps } = list;
  const cell = (width - 2 * SIDE) / steps.length;
  const x = (i: number): number => SIDE + (i + 0.5) * cell;
  const errorsOf = ({ error, bound }: Step): number => (scale === 'bound' ? bound : error);
  const sums: Lane = { top: 22, height: 84, most: laneMost(steps.map(({ addition }) => addition.sum)) };
  const thrown: Lane = { top: 136, height: 84, most: laneMost(steps.flatMap(({ addition, productsLost }) => [addition.lost, productsLost])) };
  const errors: Lane = { top: 250, height: 124, most: laneMost([...steps.map(errorsOf), ...(kahan ?? []).map(({ error }) => error)]) };
  const staircase = (of: 'bound' | 'running'): string =>
    [1, -1].map((sign) => steps.map((each, i) => `${i === 0 ? 'M' : 'L'}${(x(i) - cell / 2).toFixed(1)},${laneY(errors, sign * each[of])}H${(x(i) + cell / 2).toFixed(1)}`).join('')).join('');
  const move = (event: PointerEvent<SVGSVGElement>): void => {
    const place = (event.clientX - event.currentTarget.getBoundingClientRect().left - SIDE) / cell;
    onStep(Math.min(steps.length - 1, Math.max(0, Math.floor(place))));
  };
  const bar = Math.max(2, Math.min(14, cell * 0.36));
  const continues = (i: number): boolean => steps[i]?.continues ?? false;
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
          <LaneFrame lane={sums} width={width} title="the sum after each addition" scale={`±${sizeText(sums.most)}`} />
          <LaneFrame lane={thrown} width={width} title="thrown away by each rounding" scale={`±${sizeText(thrown.most)}`} />
          <LaneFrame lane={errors} width={width} title="the sum’s error so far" scale={`±${sizeText(errors.most)}`} />
          {steps.map(({ addition, productsLost, cancelled }, i) => (
            <g key={i} className={styles.step} data-done={i <= step || undefined}>
              {cancelled >= MARKED && <path d={`M${x(i)},${laneY(sums, addition.sum) - 8}l-4,-7h8z`} className={styles.cancels} />}
              <Bar x={x(i) - bar} width={bar - 0.5} from={laneY(thrown, 0)} to={laneY(thrown, productsLost)} className={styles.productLost} />
              <Bar x={x(i)} width={bar - 0.5} from={laneY(thrown, 0)} to={laneY(thrown, addition.lost)} className={styles.lost} />
            </g>
          ))}
          <Track lane={sums} x={x} values={steps.map(({ addition }) => addition.sum)} colour={colour} continues={continues} reached={step} />
          <Track lane={errors} x={x} values={steps.map(({ error }) => error)} colour={colour} continues={continues} reached={step} />
          {scale === 'bound' && (
            <>
              <path d={staircase('running')} className={styles.running} style={{ stroke: colour }} />
              <path d={staircase('bound')} className={styles.bound} style={{ stroke: colour }} />
            </>
          )}
          {kahan && <Track lane={errors} x={x} values={kahan.map(({ error }) => error)} colour="var(--ink)" squares reached={step} />}
        </svg>
      )}
    </div>
  );
}

function Bar({ x, width, from, to, className }: { readonly x: number; readonly width: number; readonly from: number; readonly to: number; readonly className: string | undefined }) {
  return <rect x={x} width={width} y={Math.min(from, to)} height={Math.abs(from - to)} className={className} />;
}
