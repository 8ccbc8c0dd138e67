import { MethodField } from '../../figure-parts/method-editor/method-field';
import { ANY_K_OPTIONS, methodTextOf } from '../../figure-parts/method-editor/method-options';
import { parseMethodList, printMethod } from '../../share/schedule-text';
import { useActions, useSettings } from '../../store/use-store';
import field from '../../ui/field.module.css';
import { curveColour } from '../../figure-parts/growth/growth-series';
import styles from './editor.module.css';

const MOST = 8;
const CANDIDATES = ['sequential', 'pairwise', 'blocked', 'lanes', 'kahan', 'float64', 'shuffled', 'reverse', 'neumaier'] as const;

/** The ways to add up that the growth curves compare. */
export function CurvesEditor() {
  const { growthOrders, fused } = useSettings('growthOrders', 'fused');
  const { set } = useActions();
  const read = parseMethodList(growthOrders, { fused, bias: 'none' });
  const texts = read.ok ? read.value.map(printMethod) : [];
  const keep = (changed: readonly string[]): void => set('growthOrders', [...new Set(changed)].join(';'));
  const fresh = CANDIDATES.map((name) => methodTextOf(name)).find((text) => !texts.includes(text));
  return (
    <div className={styles.list}>
      <ol className={styles.list}>
        {texts.map((text, at) => (
          <li key={at} className={styles.entry} style={{ borderLeftColor: `var(${curveColour(at)})` }}>
            <div className={styles.row}>
              <MethodField label={`Curve ${at + 1}`} text={text} options={ANY_K_OPTIONS} onChange={(to) => keep(texts.map((old, i) => (i === at ? to : old)))} />
              {texts.length > 1 && (
                <button type="button" className={styles.remove} aria-label={`Remove curve ${at + 1}`} onClick={() => keep(texts.filter((_, i) => i !== at))}>
                  ×
                </button>
              )}
            </div>
          </li>
        ))}
      </ol>
      {texts.length < MOST && fresh !== undefined && (
        <button type="button" className={field.button} onClick={() => keep([...texts, fresh])}>
          Add a curve
        </button>
      )}
    </div>
  );
}
