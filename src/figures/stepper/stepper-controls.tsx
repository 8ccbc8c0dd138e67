import { printMethod } from '../../share/schedule-text';
import { Checkbox } from '../../ui/checkbox';
import { NumberField } from '../../ui/number-field';
import { RadioGroup } from '../../ui/radio-group';
import { SelectField } from '../../ui/select-field';
import { Slider } from '../../ui/slider';
import { MethodField } from '../../figure-parts/method-editor/method-field';
import { ALL_OPTIONS } from '../../figure-parts/method-editor/method-options';
import { NotationField } from '../../figure-parts/method-editor/notation-field';
import { FIGURE_SETTINGS } from '../../share/figure-settings';
import { Control } from '../../ui/control';
import { ReadOnlyValue } from '../../ui/read-only-value';
import { DATA_LABELS } from './stepper-data';
import type { StepperState } from './stepper-state';
import { stepperOrder } from './stepper-state';
import styles from './stepper.module.css';

interface StepperControlsProps {
  readonly state: StepperState;
  readonly set: (change: Partial<StepperState>) => void;
}

const ORDERS = ALL_OPTIONS.filter(({ group }) => group !== 'Sums that are no trees');
const { products: PRODUCTS, seed: SEED, data: DATA_KINDS } = FIGURE_SETTINGS.stepper;
const DATA = DATA_KINDS.options.map((value) => ({ value, label: DATA_LABELS[value] }));

/** What is added up, and in which order. */
export function StepperControls({ state, set }: StepperControlsProps) {
  const { products, seed, data, method, fused, kahan, scale } = state;
  const write = (): void => {
    const order = stepperOrder(method, products, fused);
    if (order) set({ method: { kind: 'notation', order } });
  };
  return (
    <div className={styles.controls}>
      <Control of="k">
        <Slider label="Products" value={products} min={PRODUCTS.min} max={PRODUCTS.max} onChange={(to) => set({ products: to, step: 0 })} />
      </Control>
      <Control of={['data', 'seed']} otherwise={<ReadOnlyValue label="Numbers" value={`${products} products, ${DATA_LABELS[data]}, seed ${seed}`} />}>
        <div className={styles.pair}>
          <Control of="data">
            <SelectField label="Numbers" value={data} options={DATA} onChange={(to) => set({ data: to })} />
          </Control>
          <Control of="seed">
            <NumberField label="Seed" value={seed} min={SEED.min} max={SEED.max} integer onChange={(to) => set({ seed: to })} />
          </Control>
        </div>
      </Control>
      <Control of="order" otherwise={<ReadOnlyValue label="Order" value={printMethod(method)} />}>
        <MethodField label="Order" method={method} options={ORDERS} onChange={(to) => to.kind === 'family' && set({ method: to })} onNotation={write} />
      </Control>
      <Control of={['fused', 'scale', 'kahan']}>
        <div className={styles.switches}>
          {method.kind !== 'notation' && (
            <Control of="fused">
              <RadioGroup
                legend="Products are"
                value={fused ? 'fused' : 'separate'}
                options={[
                  { value: 'separate', label: 'rounded first' },
                  { value: 'fused', label: 'fused' },
                ]}
                onChange={(to) => set({ fused: to === 'fused' })}
              />
            </Control>
          )}
          <Control of="scale">
            <RadioGroup
              legend="Errors drawn to"
              value={scale}
              options={[
                { value: 'errors', label: 'their own scale' },
                { value: 'bound', label: 'the bound' },
              ]}
              onChange={(to) => set({ scale: to })}
            />
          </Control>
          <Control of="kahan">
            <Checkbox label="Kahan’s correction beside it" checked={kahan} onChange={(to) => set({ kahan: to })} />
          </Control>
        </div>
      </Control>
      {method.kind === 'notation' && (
        <Control of="order">
          <div className={styles.notation}>
            <NotationField label="The order, in the notation" order={method.order} context={{ products, bias: false }} onChange={(order) => set({ method: { kind: 'notation', order } })} />
          </div>
        </Control>
      )}
    </div>
  );
}
