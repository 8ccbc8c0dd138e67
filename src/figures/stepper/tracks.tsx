import type { CSSProperties, PointerEvent } from 'react';
import { useState } from 'react';
import { tenth } from '../../charts/marks/text';
import type { Lane } from '../../charts/marks/tracks';
import { LaneFrame, laneMost, laneY, Track } from '../../charts/marks/tracks';
import { useRoom } from '../../charts/room';
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

/** Room at either side, in pixels. */
const SIDE = 10;
const HEIGHT = 300;
const HEIGHT_ON_PHONE = 264;
/** Below this width, in pixels, the drawing is as high as on a phone. */
const PHONE = 480;
/** What explains further lines, below the drawing. */
const KEY = 28;
/** Above a lane, for its title. */
const TITLE = 26;
/** A step that cancels at least this many bits is marked. */
const MARKED = 3;

/**
 * The whole sum at a glance: its partial sums, what each addition threw away, and how that piles up into the error. What the
 * current step throws away falls onto the pile.
 */
export function Tracks({ list, kahan, step, scale, colour, onStep }: TracksProps) {
  const [box, width] = useWidth<HTMLDivElement>();
  const [scrubbing, setScrubbing] = useState(false);
  const room = useRoom();
  const { steps } = list;
  const explained = kahan !== null || scale === 'bound';
  const height = room === null ? (width < PHONE && width > 0 ? HEIGHT_ON_PHONE : HEIGHT) : room - (explained ? KEY : 0);
  const cell = (width - 2 * SIDE) / steps.length;
  const x = (i: number): number => SIDE + (i + 0.5) * cell;
  const errorsOf = ({ error, bound }: Step): number => (scale === 'bound' ? bound : error);
  const lane = (from: number, share: number, values: readonly number[], titles: number): Lane => {
    const free = height - 3 * TITLE - 8;
    return { top: titles * TITLE + from * free, height: share * free, most: laneMost(values) };
  };
  const sums = lane(0, 0.27, steps.map(({ addition }) => addition.sum), 1);
  const thrown = lane(0.27, 0.27, steps.flatMap(({ addition, productsLost }) => [addition.lost, productsLost]), 2);
  const errors = lane(0.54, 0.46, [...steps.map(errorsOf), ...(kahan ?? []).map(({ error }) => error)], 3);
  const staircase = (of: 'bound' | 'running'): string =>
    [1, -1].map((sign) => steps.map((each, i) => `${i === 0 ? 'M' : 'L'}${(x(i) - cell / 2).toFixed(1)},${laneY(errors, sign * each[of])}H${(x(i) + cell / 2).toFixed(1)}`).join('')).join('');
  const move = (event: PointerEvent<SVGSVGElement>): void => {
    const place = (event.clientX - event.currentTarget.getBoundingClientRect().left - SIDE) / cell;
    onStep(Math.min(steps.length - 1, Math.max(0, Math.floor(place))));
  };
  const bar = Math.max(2, Math.min(14, cell * 0.36));
  const continues = (i: number): boolean => steps[i]?.continues ?? false;
  return (
    <div ref={box} className={styles.tracks} style={{ minHeight: height }}>
      {width > 0 && (
        <svg
          width={width}
          height={height}
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
          <rect width={width} height={height} className={styles.touch} />
          <rect x={x(step) - cell / 2} width={cell} y={0} height={height} className={styles.cursor} />
          <LaneFrame
            lane={sums}
            width={width}
            title={
              <>
                the sum after each addition{steps.some(({ cancelled }) => cancelled >= MARKED) && <tspan className={styles.cancels}>, marked: bits cancel</tspan>}
              </>
            }
            scale={`±${sizeText(sums.most)}`}
          />
          <LaneFrame
            lane={thrown}
            width={width}
            title={
              <>
                thrown away by <tspan className={styles.lost}>additions</tspan> and <tspan className={styles.productLost}>rounded products</tspan>
              </>
            }
            scale={`±${sizeText(thrown.most)}`}
          />
          <LaneFrame lane={errors} width={width} title={`piled up: an error of ${sizeText(steps[step]!.error)}`} scale={`±${sizeText(errors.most)}`} />
          {steps.map(({ addition, productsLost, cancelled }, i) => (
            <g key={i} className={styles.step} data-done={i <= step || undefined}>
              {cancelled >= MARKED && <path d={`M${x(i)},${laneY(sums, addition.sum) - 8}l-4,-7h8z`} className={styles.cancels} />}
              <Bar x={x(i) - bar} width={bar - 0.5} from={laneY(thrown, 0)} to={laneY(thrown, productsLost)} className={styles.productLost} />
              <Bar x={x(i)} width={bar - 0.5} from={laneY(thrown, 0)} to={laneY(thrown, addition.lost)} className={styles.lost} />
            </g>
          ))}
          {steps.slice(0, step + 1).map(({ addition, productsLost, error }, i) => {
            // The pile before this step: the errors of what it adds.
            const before = error + addition.lost + productsLost;
            const parts = [
              { lost: productsLost, from: before, className: styles.productLost },
              { lost: addition.lost, from: before - productsLost, className: styles.lost },
            ];
            return parts.map(({ lost, from, className }, part) => (
              <Bar
                key={`${i}/${part}`}
                x={x(i) - bar}
                width={2 * bar - 0.5}
                from={laneY(errors, from)}
                to={laneY(errors, from - lost)}
                className={`${className} ${i === step ? styles.falling : ''}`}
                fallsFrom={(laneY(thrown, 0) + laneY(thrown, lost)) / 2}
              />
            ));
          })}
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
      {explained && (
        <p className={styles.key}>
          {scale === 'bound' && (
            <>
              <span className={styles.keyRunning} style={{ borderColor: colour }} /> running bound <span className={styles.keyBound} style={{ borderColor: colour }} /> bound h·u·Σ|x·w|{' '}
            </>
          )}
          {kahan && (
            <>
              <span className={styles.keyKahan} /> Kahan’s error, the products rounded and taken one by one
            </>
          )}
        </p>
      )}
    </div>
  );
}

interface BarProps {
  readonly x: number;
  readonly width: number;
  readonly from: number;
  readonly to: number;
  readonly className: string | undefined;
  /** The height from which it falls to its place. */
  readonly fallsFrom?: number;
}

function Bar({ x, width, from, to, className, fallsFrom }: BarProps) {
  const fall = fallsFrom === undefined ? undefined : ({ '--fall': `${tenth(fallsFrom - (from + to) / 2)}px` } as CSSProperties);
  return <rect x={x} width={width} y={Math.min(from, to)} height={Math.abs(from - to)} className={className} style={fall} />;
}
