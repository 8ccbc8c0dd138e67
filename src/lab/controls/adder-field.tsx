import { useEffect, useRef } from 'react';
import { addersOf, adderOfMethod } from '../../experiments/method-spec';
import { canStandOnAdder, formatFor, putOnAdder } from '../../experiments/put-on-adder';
import { ADDER_OPTIONS } from '../../figure-parts/method-editor/adder-options';
import { useSet } from '../../figure-parts/use-set';
import { formatList } from '../../lib/words';
import { adderTitle } from '../../numerics/adder-title';
import type { AdderName } from '../../numerics/group-sizes';
import { familyMethod } from '../../experiments/method-spec';
import { printMethod } from '../../share/schedule-text';
import { useSettings } from '../../store/use-part';
import { Control } from '../../ui/control';
import field from '../../ui/field.module.css';
import { SelectField } from '../../ui/select-field';

const ORDINARY = { value: '', label: 'ordinary float32 additions' } as const;
const SEVERAL = { value: 'several', label: 'several' } as const;

/** A method in a few characters. */
function named(text: string): string {
  return text.length <= 24 ? text : `${text.slice(0, 23)}…`;
}

/**
 * What adds up the products of the orders by batch size: it has no setting of its own, but is one way to see and to change the
 * orders. Choosing an adder moves every order to it that can stand on one, and chooses a number format that it takes.
 */
export function AdderField() {
  const { schedule, orders, format } = useSettings('schedule', 'orders', 'format');
  const set = useSet();
  const place = useRef<HTMLDivElement>(null);
  /** The reader's next place is the list that replaces the button. */
  const follows = useRef(false);
  useEffect(() => {
    if (!follows.current) return;
    follows.current = false;
    place.current?.querySelector('select')?.focus();
  }, [schedule]);
  const takeOwn = (): void => {
    follows.current = true;
    set({ schedule: 'thresholds' });
  };
  if (schedule !== 'thresholds') {
    return (
      <Control of="orders">
        <div className={field.field}>
          <span className={field.label}>Adder</span>
          <span className={field.hint}>
            {schedule === 'recording' ? 'The recording says what added up its orders.' : 'This pattern is of a CPU: ordinary float32 additions.'} For a tensor core,{' '}
            <button type="button" className={field.button} onClick={takeOwn}>
              take orders of your own
            </button>
          </span>
        </div>
      </Control>
    );
  }
  const methods = orders.map(({ method }) => method);
  const adders = [...new Set(addersOf(methods))];
  const value = adders.length > 1 ? SEVERAL.value : (adders[0] ?? ORDINARY.value);
  const choose = (to: AdderName | '' | 'several'): void => {
    if (to === SEVERAL.value) return;
    const adder = to === '' ? null : to;
    const fitting = adder === null ? format : formatFor([familyMethod('sequential', 0, adder)], format);
    set({ format: fitting, orders: orders.map(({ from, method }) => ({ from, method: putOnAdder(method, adder, fitting) ?? method })) });
  };
  return (
    <Control of="orders">
      <div ref={place}>
        <SelectField label="Adder" value={value} options={[ORDINARY, ...(value === SEVERAL.value ? [SEVERAL] : []), ...ADDER_OPTIONS]} onChange={choose} hint={hintOf()} />
      </div>
    </Control>
  );

  function hintOf(): string {
    const left = methods.filter((method) => !canStandOnAdder(method)).map((method) => named(printMethod(method)));
    const cant = left.length === 0 ? '' : `${formatList(left)} can’t stand on a tensor core: only sequential, blocked and split sums can, and groups in the notation.`;
    if (left.length === methods.length) return cant;
    if (adders.length === 0) return `What adds the products: one at a time here, several in one step on a tensor core. ${cant}`.trim();
    const written = methods.some((method) => method.kind === 'notation' && method.order.adder !== null);
    const ordinary = methods.filter((method) => canStandOnAdder(method) && adderOfMethod(method) === null).length;
    return `${formatList(adders.map(adderTitle))}: several products in one step; sums of blocks and parts join by ordinary additions.${ordinary > 0 ? ' Not all orders are on it.' : ''}${written ? ' Groups that you wrote in braces stay on a tensor core.' : ''} ${cant}`.trim();
  }
}
