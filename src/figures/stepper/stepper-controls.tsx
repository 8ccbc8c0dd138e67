import { adderOfMethod } from '../../experiments/method-spec';
import { printMethod } from '../../share/schedule-text';
import { MethodField } from '../../figure-parts/method-editor/method-field';
import { ALL_OPTIONS, NOT_TREES } from '../../figure-parts/method-editor/method-options';
import { NotationField } from '../../figure-parts/method-editor/notation-field';
import { SettingRadios, SettingSelect } from '../../figure-parts/setting-controls/setting-choice';
import { SettingEither, SettingFlag } from '../../figure-parts/setting-controls/setting-flag';
import { SettingNumber } from '../../figure-parts/setting-controls/setting-number';
import { Control } from '../../ui/control';
import { ReadOnlyValue } from '../../ui/read-only-value';
import { DATA_LABELS } from './stepper-data';
import type { StepperState } from './stepper-state';
import { stepperFormat, stepperOrder } from './stepper-state';
import styles from './stepper.module.css';

interface StepperControlsProps {
  readonly state: StepperState;
  readonly set: (change: Partial<StepperState>) => void;
}

const ORDERS = ALL_OPTIONS.filter(({ group }) => group !== NOT_TREES);

/** What is added up, and in which order. */
export function StepperControls({ state, set }: StepperControlsProps) {
  const { products, seed, data, method, fused } = state;
  const write = (): void => {
    const order = stepperOrder(method, products, fused);
    if (order) set({ method: { kind: 'notation', order } });
  };
  return (
    <>
      <Control of="order" otherwise={<ReadOnlyValue label="Order" value={printMethod(method)} />}>
        <div className={styles.choice}>
          <MethodField label="Order" method={method} options={ORDERS} onChange={(to) => to.kind === 'family' && set({ method: to })} onNotation={write} />
        </div>
      </Control>
      <Control of={['data', 'seed']} otherwise={<ReadOnlyValue label="Numbers" value={`${products} products, ${DATA_LABELS[data]}, seed ${seed}`} />}>
        <div className={styles.choice}>
          <SettingSelect of="data" names={DATA_LABELS} />
        </div>
      </Control>
      {method.kind === 'notation' && (
        <Control of="order">
          <div className={styles.notation}>
            <NotationField label="The order, in the notation" order={method.order} context={{ products, bias: false }} onChange={(order) => set({ method: { kind: 'notation', order } })} />
          </div>
        </Control>
      )}
    </>
  );
}

/** The settings that are changed less often. */
export function FurtherControls({ method }: Pick<StepperState, 'method'>) {
  const format = stepperFormat(method);
  const ordinary = format === 'float32';
  return (
    <div className={styles.further}>
      <SettingNumber of="products" slider="linear" also={() => ({ step: 0 })} />
      <SettingNumber of="seed" />
      <Control of={['fused', 'scale', 'kahan']}>
        {method.kind !== 'notation' && ordinary && <SettingEither of="fused" label="Products are" names={['rounded first', 'fused']} />}
        <SettingRadios of="scale" names={{ errors: 'their own scale', bound: 'the bound' }} />
        {ordinary && <SettingFlag of="kahan" label="Kahan’s correction beside it" />}
      </Control>
      {!ordinary && <p className={styles.quiet}>The numbers are rounded to {format}, which {adderOfMethod(method)} takes.</p>}
    </div>
  );
}
