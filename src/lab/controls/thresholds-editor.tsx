import { useState } from 'react';
import { methodKey, resolveMethod } from '../../experiments/method-spec';
import { LIMITS } from '../../lib/limits';
import { MethodField } from '../../figure-parts/method-editor/method-field';
import { ALL_OPTIONS } from '../../figure-parts/method-editor/method-options';
import { NotationField } from '../../figure-parts/method-editor/notation-field';
import { orderColour } from '../../figure-parts/order-colours';
import type { ThresholdEntry } from '../../share/schedule-text';
import { linkableSchedule, parseMethod, parseScheduleText, printMethod } from '../../share/schedule-text';
import { useActions, useSettings } from '../../store/use-store';
import field from '../../ui/field.module.css';
import { Notice } from '../../ui/notice';
import { NumberField } from '../../ui/number-field';
import styles from './editor.module.css';
import { startingOrder } from './starting-order';

/** Which order holds from which batch size on. */
export function ThresholdsEditor() {
  const { orders, fused, bias, inFeatures: K } = useSettings('orders', 'fused', 'bias', 'inFeatures');
  const { set } = useActions();
  const [said, setSaid] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const hasBias = bias !== 'none';
  const context = { products: K, bias: hasBias };
  const read = parseScheduleText(orders, { fused, bias });
  const entries = read.ok ? read.value : [];
  const keep = (changed: readonly ThresholdEntry[]): void => {
    const text = linkableSchedule(changed, { fused, bias });
    setRefused(text.ok ? null : text.error.message);
    if (text.ok) set('orders', text.value);
  };
  const change = (at: number, part: Partial<ThresholdEntry>): void => keep(entries.map((entry, i) => (i === at ? { ...entry, ...part } : entry)));
  const changeText = (at: number, text: string): void => {
    const method = parseMethod(text, { fused, bias });
    if (method.ok) change(at, { method: method.value });
  };
  const last = entries.at(-1)?.from ?? 1;
  return (
    <div className={styles.list}>
      <ol className={styles.list}>
        {entries.map(({ from, method }, at) => {
          const resolved = resolveMethod(method, K, hasBias);
          const colour = resolved.ok ? orderColour(methodKey(resolved.value)) : '--hairline';
          return (
            <li key={at} className={styles.entry} style={{ borderLeftColor: `var(${colour})` }}>
              <div className={styles.head}>
                {at === 0 ? (
                  <span>From batch 1</span>
                ) : (
                  <span className={styles.from}>
                    From batch
                    <NumberField
                      label={`Order ${at + 1} holds from batch`}
                      hideLabel
                      value={from}
                      min={entries[at - 1]!.from + 1}
                      max={(entries[at + 1]?.from ?? LIMITS.batch + 1) - 1}
                      integer
                      onChange={(value) => change(at, { from: value })}
                      onClamped={setSaid}
                    />
                  </span>
                )}
                {at > 0 && (
                  <button type="button" className={styles.remove} aria-label={`Remove order ${at + 1}`} onClick={() => keep(entries.filter((_, i) => i !== at))}>
                    remove
                  </button>
                )}
              </div>
              <MethodField label={`Order ${at + 1}`} text={printMethod(method)} options={ALL_OPTIONS} onChange={(text) => changeText(at, text)} onNotation={() => changeText(at, startingOrder(method, K, hasBias))} />
              {method.kind === 'notation' && <NotationField label={`Order ${at + 1} in the notation`} value={method.text} context={context} onChange={(text) => changeText(at, text)} />}
            </li>
          );
        })}
      </ol>
      <Notice tone="quiet" message={said} />
      <Notice message={refused} />
      {last < LIMITS.batch && (
        <button type="button" className={field.button} onClick={() => keep([...entries, { from: Math.min(LIMITS.batch, 2 * last), method: { kind: 'family', family: { name: 'sequential' }, fused, bias } }])}>
          Add an order for larger batches
        </button>
      )}
    </div>
  );
}
