import { useCallback, useMemo } from 'react';
import { binaryTree, leavesBelow } from '../../orders/binary-tree';
import { orderKey } from '../../orders/order-key';
import { numberText } from '../../lib/float32-text';
import { orderColour } from '../../figure-parts/order-colours';
import { useFigure } from '../../figure-parts/use-set';
import { kahanSteps } from './kahan-steps';
import { stepList } from './step-list';
import { StepReadout } from './step-readout';
import { StepTable } from './step-table';
import { StepVerdict } from './step-verdict';
import { StepperControls } from './stepper-controls';
import { stepperData } from './stepper-data';
import { fitted, stepperOrder } from './stepper-state';
import styles from './stepper.module.css';
import { Tracks } from './tracks';
import { Transport } from './transport';
import { usePlaying } from './use-playing';

/** One dot product, addition by addition, in any order. */
export default function StepperFigure() {
  const [values, set] = useFigure('stepper');
  const state = useMemo(() => fitted(values), [values]);
  const { products, seed, data, method, fused, kahan, scale, step } = state;
  const found = useMemo(() => {
    const order = stepperOrder(method, products, fused)!;
    const tree = binaryTree(order);
    const { x, w } = stepperData(data, seed, products);
    return { list: stepList(tree, x, w), kahan: kahanSteps(leavesBelow(tree, tree.root), x, w), key: orderKey(order) };
  }, [method, products, fused, data, seed]);
  const { list } = found;
  const { steps } = list;
  const goTo = useCallback((to: number) => set({ step: Math.max(0, to) }), [set]);
  const [playing, play] = usePlaying(step, steps.length, goTo);
  const current = steps[step]!;
  const track = kahan ? found.kahan : null;
  return (
    <div className={styles.figure}>
      <StepperControls state={state} set={set} />
      <div className={styles.body}>
        <Transport step={step} steps={steps.length} playing={playing} spoken={`step ${step + 1} of ${steps.length}, sum ${numberText(current.addition.sum)}`} onStep={goTo} onPlay={play}>
          <Tracks list={list} kahan={track} step={step} scale={scale} colour={`var(${orderColour(found.key)})`} onStep={goTo} />
          <p className={styles.key}>
            <span className={styles.keyLost} /> by the addition <span className={styles.keyProduct} /> by rounding the product <span className={styles.keyCancels} /> three or more bits cancel
            {kahan && (
              <>
                {' '}
                <span className={styles.keyKahan} /> Kahan’s error, the products rounded and taken one by one
              </>
            )}
          </p>
        </Transport>
        <StepReadout step={current} kahan={track?.[step] ?? null} quiet={playing} />
      </div>
      <StepVerdict list={list} kahan={track} />
      <StepTable steps={steps} kahan={track} />
    </div>
  );
}
