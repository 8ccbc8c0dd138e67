import { numberText } from '../../lib/number-text';
import { useCallback, useMemo } from 'react';
import { leavesBelow } from '../../orders/binary-tree';
import { orderKey } from '../../orders/order-key';
import { orderMarks } from '../../figure-parts/order-colours';
import { Transport } from '../../figure-parts/playback/transport';
import { usePlaying } from '../../figure-parts/playback/use-playing';
import { useFigure } from '../../figure-parts/use-set';
import slider from '../../ui/slider.module.css';
import { kahanSteps } from './kahan-steps';
import { kahanCounts } from './nearer-order';
import { stepList } from './step-list';
import { StepReadout } from './step-readout';
import { StepTable } from './step-table';
import { KAHAN_SEEDS, StepVerdict } from './step-verdict';
import { StepperControls } from './stepper-controls';
import { fitted } from './stepper-state';
import { stepperSum } from './stepper-sum';
import styles from './stepper.module.css';
import { Tracks } from './tracks';

/** Milliseconds that a whole run takes, unless its steps would then be too fast or too slow to follow. */
const RUN_MS = 9000;
const FASTEST_MS = 160;
const SLOWEST_MS = 900;

/** One dot product, addition by addition, in any order. */
export default function StepperFigure() {
  const [values, set] = useFigure('stepper');
  const state = useMemo(() => fitted(values), [values]);
  const { products, seed, data, method, fused, kahan, scale, step } = state;
  const found = useMemo(() => {
    const sum = stepperSum({ products, seed, data, method, fused });
    const { order, tree, x, w, adder } = sum;
    return { sum, list: stepList(tree, x, w, adder), kahan: kahanSteps(leavesBelow(tree, tree.root), x, w), key: orderKey(order) };
  }, [method, products, fused, data, seed]);
  const { list, sum } = found;
  const counts = useMemo(() => (kahan ? kahanCounts(sum.order, data, KAHAN_SEEDS) : null), [kahan, sum, data]);
  const { steps } = list;
  const goTo = useCallback((to: number) => set({ step: Math.max(0, to) }), [set]);
  const last = steps.length - 1;
  const playing = usePlaying(step, last, goTo, () => Math.min(SLOWEST_MS, Math.max(FASTEST_MS, RUN_MS / steps.length)));
  const current = steps[step]!;
  const count = `step ${step + 1} of ${steps.length}`;
  const track = kahan ? found.kahan : null;
  const { colour } = orderMarks([found.key]).get(found.key)!;
  return (
    <div className={styles.figure}>
      <StepperControls state={state} set={set} />
      <div className={styles.body}>
        <Transport
          label="Steps of the sum"
          of="step"
          at={step}
          last={last}
          playing={playing}
          onStep={goTo}
          above={
            <>
              <Tracks list={list} kahan={track} step={step} scale={scale} colour={colour} onStep={goTo} />
              <p className={styles.key}>
                <span className={styles.keyLost} /> by the addition <span className={styles.keyProduct} /> by rounding the product <span className={styles.keyCancels} /> three or more bits cancel
                {scale === 'bound' && (
                  <>
                    {' '}
                    <span className={styles.keyRunning} style={{ borderColor: colour }} /> running bound <span className={styles.keyBound} style={{ borderColor: colour }} /> bound h·u·Σ|x·w|
                  </>
                )}
                {kahan && (
                  <>
                    {' '}
                    <span className={styles.keyKahan} /> Kahan’s error, the products rounded and taken one by one
                  </>
                )}
              </p>
            </>
          }
          slider={
            <input
              type="range"
              className={slider.range}
              aria-label="Step"
              aria-valuetext={`${count}, sum ${numberText(current.addition.sum)}`}
              min={0}
              max={last}
              step={1}
              value={step}
              onChange={(event) => {
                playing.pause();
                goTo(event.target.valueAsNumber);
              }}
            />
          }
          count={count}
        />
        <StepReadout step={current} sum={sum} kahan={track?.[step] ?? null} quiet={playing.on} />
      </div>
      <StepVerdict list={list} kahan={track} counts={counts} />
      <StepTable steps={steps} kahan={track} />
    </div>
  );
}
