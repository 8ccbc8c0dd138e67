import { numberText } from '../../lib/number-text';
import { useCallback, useMemo } from 'react';
import { leavesBelow } from '../../orders/binary-tree';
import { orderKey } from '../../orders/order-key';
import { sizeText } from '../../lib/size-text';
import { capital } from '../../lib/words';
import { FigureLayout } from '../../figure-parts/figure-layout/figure-layout';
import { orderMarks } from '../../figure-parts/order-colours';
import { Transport } from '../../figure-parts/playback/transport';
import { usePlaying } from '../../figure-parts/playback/use-playing';
import { useFigure } from '../../figure-parts/use-set';
import { kahanSteps } from './kahan-steps';
import { kahanCounts } from './nearer-order';
import { operandNames, stepList } from './step-list';
import { StepDetails } from './step-details';
import { StepReadout } from './step-readout';
import { StepTable } from './step-table';
import { KAHAN_SEEDS, StepVerdict } from './step-verdict';
import { FurtherControls, StepperControls } from './stepper-controls';
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
  const count = `step ${step + 1} of ${steps.length}`;
  const track = kahan ? found.kahan : null;
  const { colour } = orderMarks([found.key]).get(found.key)!;
  const current = steps[step]!;
  // While it plays, only how it starts and ends.
  const told = playing.on ? '' : `${capital(count)}: ${operandNames(current).join(' + ')} = ${numberText(current.addition.sum)}, error ${sizeText(current.error)}.`;
  return (
    <FigureLayout
      picture={
        <div className={styles.body}>
          <Tracks list={list} kahan={track} step={step} scale={scale} colour={colour} onStep={goTo} />
          <StepReadout step={current} count={capital(count)} sum={sum} />
        </div>
      }
      finding={<StepVerdict list={list} kahan={track} counts={counts} />}
      controls={
        <>
          <Transport label="Steps of the sum" of="step" at={step} last={last} playing={playing} onStep={goTo} name="Step" count={count} said={told} />
          <StepperControls state={state} set={set} />
        </>
      }
      more={
        <>
          <FurtherControls method={method} />
          <StepDetails list={list} step={step} kahan={track?.[step] ?? null} />
          <StepTable steps={steps} kahan={track} />
        </>
      }
    />
  );
}
