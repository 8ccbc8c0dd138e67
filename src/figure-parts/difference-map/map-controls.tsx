import type { OrderUse } from '../../experiments/order-schedule';
import type { NumberFormat } from '../../linear/layer';
import { factorsOf } from '../../linear/number-formats';
import { adderTitle } from '../../numerics/adder-title';
import type { AdderName } from '../../numerics/group-sizes';
import { ADDER_NAMES, productsPerStep } from '../../numerics/group-sizes';
import { settingOf, SETTINGS } from '../../share/settings';
import type { Baseline } from '../../share/special-settings';
import { otherAdderOf } from '../../share/other-adder';
import type { SweepResult, WholeResult } from '../../store/results';
import { useFitted, useSettings } from '../../store/use-part';
import { SelectField } from '../../ui/select-field';
import type { SelectOption } from '../../ui/select-field';
import { UNIT_HINTS } from '../units';
import styles from '../request-state/results.module.css';
import { OPTION_NAMES } from '../setting-controls/option-names';
import { SettingRadios } from '../setting-controls/setting-choice';
import { useSet } from '../use-set';
import { Control } from '../../ui/control';

/**
 * The same call on each other adder that takes the numbers, as options: only where orders are on one, or the baseline already is.
 *
 * @param used the adders of the orders shown
 */
function otherGpus(used: readonly AdderName[], format: NumberFormat, baseline: Baseline): SelectOption<string>[] {
  const chosen = otherAdderOf(baseline);
  const takes = (adder: AdderName): boolean => used.length > 0 && !used.includes(adder) && format !== 'float64' && productsPerStep(adder, factorsOf(format)) !== null;
  return ADDER_NAMES.filter((adder) => adder === chosen || takes(adder)).map((adder) => ({ value: `on-${adder}`, label: `the same call on ${adderTitle(adder)}`, group: 'Another GPU' }));
}

/** The adders of a result's orders, whose names are in their texts. */
function addersIn(orders: readonly Pick<OrderUse, 'text'>[]): AdderName[] {
  return ADDER_NAMES.filter((adder) => orders.some(({ text }) => text.endsWith(`@ ${adder}`)));
}

/** What the differences are taken from: a batch size, a reference, or another GPU. */
export function BaselineControl({ sweep }: { readonly sweep: SweepResult | null }) {
  const { baseline, batches, format } = useFitted('baseline', 'batches', 'format');
  const set = useSet();
  const options = [
    ...batches.map((batch) => ({ value: String(batch), label: `batch ${batch}`, group: 'A batch size' })),
    { value: 'exact', label: 'exact sum, rounded once', group: 'A reference' },
    { value: 'float64', label: 'float64 sum, rounded', group: 'A reference' },
    ...otherGpus(addersIn(sweep?.rows.flatMap(({ orders }) => orders) ?? []), format, baseline),
  ];
  const { label, parse } = settingOf('baseline');
  const choose = (to: string): void => {
    const read = parse(to);
    if (read.ok) set({ baseline: read.value.value });
  };
  return (
    <Control of="base">
      <SelectField label={label} value={String(baseline)} options={options} onChange={choose} />
    </Control>
  );
}

/** With what the rows of a whole call are compared: with themselves alone, elsewhere in the call, or on another GPU. */
export function AgainstControl({ whole }: { readonly whole: WholeResult | null }) {
  const { baseline, against, format } = useFitted('baseline', 'against', 'format');
  const set = useSet();
  const gpus = otherGpus(addersIn(whole?.plans.together.flatMap(({ orders }) => orders) ?? []), format, baseline);
  const options = [...SETTINGS.against.options.map((value) => ({ value: value as string, label: OPTION_NAMES.against[value] })), ...gpus];
  const choose = (to: string): void => {
    const place = SETTINGS.against.options.find((one) => one === to);
    const read = settingOf('baseline').parse(to);
    if (place !== undefined) set({ against: place, ...(otherAdderOf(baseline) !== null && { baseline: SETTINGS.baseline.initial }) });
    else if (read.ok) set({ baseline: read.value.value });
  };
  return (
    <Control of={['against', 'base']}>
      <SelectField label={settingOf('against').label} value={otherAdderOf(baseline) === null ? against : String(baseline)} options={options} onChange={choose} />
    </Control>
  );
}

/** The unit of the differences; changing it computes nothing anew. */
export function UnitControl() {
  const { unit, mapLayer } = useSettings('unit', 'mapLayer');
  if (mapLayer === 'orders') return null;
  return (
    <Control of="unit">
      <div>
        <SettingRadios of="unit" />
        <p className={styles.note}>{UNIT_HINTS[unit]}</p>
      </div>
    </Control>
  );
}
