import { useState } from 'react';
import type { WrittenMethod } from '../../experiments/method-spec';
import { refusedFormat, styled } from '../../experiments/method-spec';
import { formatFor } from '../../experiments/put-on-adder';
import { methodKey, resolveMethod } from '../../experiments/resolve-method';
import { LIMITS } from '../../lib/limits';
import { MethodField } from '../../figure-parts/method-editor/method-field';
import { ALL_OPTIONS } from '../../figure-parts/method-editor/method-options';
import { NotationField } from '../../figure-parts/method-editor/notation-field';
import { layerOrders } from '../../figure-parts/difference-map/layer-orders';
import { OrderSwatch } from '../../figure-parts/order-swatch';
import type { ThresholdEntry } from '../../share/schedule-text';
import { tooMuchForLink } from '../../share/schedule-text';
import { useSet } from '../../figure-parts/use-set';
import { useSettings } from '../../store/use-part';
import field from '../../ui/field.module.css';
import { Notice } from '../../ui/notice';
import { NumberField } from '../../ui/number-field';
import styles from './editor.module.css';
import { startingOrder } from './starting-order';

/** The orders, and the batch sizes from which they apply. */
export function ThresholdsEditor() {
  const { orders: entries, fused, bias, inFeatures: K, format } = useSettings('orders', 'fused', 'bias', 'inFeatures', 'format');
  const set = useSet();
  const [said, setSaid] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const hasBias = bias !== 'none';
  const context = { products: K, bias: hasBias };
  const marks = layerOrders({ layer: { inFeatures: K, bias: hasBias, format }, schedule: { kind: 'thresholds', entries: entries.map(({ from, method }) => ({ from, method: styled(method, { fused, bias }) })) } });
  const keep = (changed: readonly ThresholdEntry[]): void => {
    const problem = tooMuchForLink(changed);
    setRefused(problem?.message ?? null);
    // What a tensor core adds up is in a format that it takes.
    if (problem === null) set({ orders: changed, format: formatFor(changed.map(({ method }) => method), format) });
  };
  const change = (at: number, part: Partial<ThresholdEntry>): void => keep(entries.map((entry, i) => (i === at ? { ...entry, ...part } : entry)));
  const setMethod = (at: number, method: WrittenMethod): void => change(at, { method });
  const last = entries.at(-1)?.from ?? 1;
  return (
    <div className={styles.list}>
      <ol className={styles.list}>
        {entries.map(({ from, method }, at) => {
          const spec = styled(method, { fused, bias });
          const refused = refusedFormat(method, format);
          const resolved = resolveMethod(spec, K, hasBias, format);
          const mark = resolved.ok ? marks.get(methodKey(resolved.value)) : undefined;
          return (
            <li key={at} className={styles.entry} style={{ borderLeftColor: mark?.colour }}>
              <div className={styles.head}>
                {mark && <OrderSwatch mark={mark} />}
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
              <MethodField label={`Order ${at + 1}`} method={method} options={ALL_OPTIONS} onChange={(to) => setMethod(at, to)} onNotation={() => setMethod(at, { kind: 'notation', order: startingOrder(spec, K, hasBias, format) })} />
              <Notice message={refused} />
              {method.kind === 'notation' && <NotationField label={`Order ${at + 1} in the notation`} order={method.order} context={context} onChange={(order) => setMethod(at, { kind: 'notation', order })} />}
            </li>
          );
        })}
      </ol>
      <Notice tone="quiet" message={said} />
      <Notice message={refused} />
      {last < LIMITS.batch && (
        <button type="button" className={field.button} onClick={() => keep([...entries, { from: Math.min(LIMITS.batch, 2 * last), method: { kind: 'family', family: { name: 'sequential' } } }])}>
          Add an order for larger batches
        </button>
      )}
    </div>
  );
}
