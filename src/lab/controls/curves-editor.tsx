import { MethodField } from '../../figure-parts/method-editor/method-field';
import { ANY_K_OPTIONS, methodNamed } from '../../figure-parts/method-editor/method-options';
import { formatFor } from '../../experiments/put-on-adder';
import type { WrittenMethod } from '../../experiments/method-spec';
import { printMethod } from '../../share/schedule-text';
import { useSet } from '../../figure-parts/use-set';
import { useSettings } from '../../store/use-part';
import field from '../../ui/field.module.css';
import { curveColour } from '../../figure-parts/growth/growth-series';
import styles from './editor.module.css';

const MOST = 8;
const CANDIDATES = ['sequential', 'pairwise', 'blocked', 'lanes', 'kahan', 'float64', 'shuffled', 'reverse', 'neumaier'] as const;

/** The methods that the growth curves compare. */
export function CurvesEditor() {
  const { growthOrders: methods, format } = useSettings('growthOrders', 'format');
  const set = useSet();
  const texts = methods.map(printMethod);
  const keep = (changed: readonly WrittenMethod[]): void => set({ format: formatFor(changed, format), growthOrders: [...new Map(changed.map((method) => [printMethod(method), method])).values()] });
  const fresh = CANDIDATES.map((name) => methodNamed(name)).find((method) => !texts.includes(printMethod(method)));
  return (
    <div className={styles.list}>
      <ol className={styles.list}>
        {methods.map((method, at) => (
          <li key={at} className={styles.entry} style={{ borderLeftColor: `var(${curveColour(at)})` }}>
            <div className={styles.row}>
              <MethodField label={`Curve ${at + 1}`} method={method} options={ANY_K_OPTIONS} onChange={(to) => keep(methods.map((old, i) => (i === at ? to : old)))} />
              {methods.length > 1 && (
                <button type="button" className={styles.remove} aria-label={`Remove curve ${at + 1}`} onClick={() => keep(methods.filter((_, i) => i !== at))}>
                  ×
                </button>
              )}
            </div>
          </li>
        ))}
      </ol>
      {methods.length < MOST && fresh !== undefined && (
        <button type="button" className={field.button} onClick={() => keep([...methods, fresh])}>
          Add a curve
        </button>
      )}
    </div>
  );
}
