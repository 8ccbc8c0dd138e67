import { addersOf, familyMethod } from '../../experiments/method-spec';
import { canStandOnAdder, formatFor, putOnAdder } from '../../experiments/put-on-adder';
import { ADDER_OPTIONS } from '../../figure-parts/method-editor/adder-options';
import { useSet } from '../../figure-parts/use-set';
import { formatList } from '../../lib/words';
import { adderTitle } from '../../numerics/adder-title';
import type { AdderName } from '../../numerics/group-sizes';
import { printMethod } from '../../share/schedule-text';
import { useSettings } from '../../store/use-part';
import { Control } from '../../ui/control';
import { SelectField } from '../../ui/select-field';

const SEVERAL = { value: 'several', label: 'several' } as const;

/** A method in a few characters. */
function named(text: string): string {
  return text.length <= 24 ? text : `${text.slice(0, 23)}…`;
}

/**
 * What adds up the products of the orders by batch size: it has no setting of its own, but is one way to see and to change the
 * orders. Choosing an adder takes the reader’s own orders, moves every one to it that can stand on one, and chooses a number
 * format that it takes.
 */
export function AdderField() {
  const { schedule, orders, format } = useSettings('schedule', 'orders', 'format');
  const set = useSet();
  const methods = orders.map(({ method }) => method);
  const isOwn = schedule === 'thresholds';
  const adders = isOwn ? [...new Set(addersOf(methods))] : [];
  const value = adders.length > 1 ? SEVERAL.value : (adders[0] ?? '');
  const none = { value: '', label: schedule === 'recording' ? 'the recording’s' : 'ordinary float32 additions' } as const;
  const choose = (to: AdderName | '' | 'several'): void => {
    if (to === SEVERAL.value) return;
    const adder = to === '' ? null : to;
    const fitting = adder === null ? format : formatFor([familyMethod('sequential', 0, adder)], format);
    set({ schedule: 'thresholds', format: fitting, orders: orders.map(({ from, method }) => ({ from, method: putOnAdder(method, adder, fitting) ?? method })) });
  };
  return (
    <Control of="orders">
      <SelectField label="Adder" value={value} options={[none, ...(value === SEVERAL.value ? [SEVERAL] : []), ...ADDER_OPTIONS]} onChange={choose} hint={hintOf()} />
    </Control>
  );

  function hintOf(): string {
    if (!isOwn) return 'A tensor core takes orders of your own.';
    const left = methods.filter((method) => !canStandOnAdder(method)).map((method) => named(printMethod(method)));
    const cant = left.length === 0 ? '' : `${formatList(left)} can’t stand on a tensor core: only sums one by one, in blocks and split can, and groups in the notation.`;
    if (left.length === methods.length) return cant;
    if (adders.length === 0) return `A tensor core adds several products in one step. ${cant}`.trim();
    return `${formatList(adders.map(adderTitle))}: several products in one step; sums of blocks and parts join by ordinary additions.${methods.some(({ kind }) => kind === 'notation') ? ' Groups in braces stay on it.' : ''} ${cant}`.trim();
  }
}
