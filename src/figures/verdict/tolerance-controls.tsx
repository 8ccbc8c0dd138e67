import { useState } from 'react';
import type { Dtype } from '../../numerics/dtypes';
import { DTYPES } from '../../numerics/dtypes';
import { dtypeOf } from '../../pasted/compared-pair';
import { Checkbox } from '../../ui/checkbox';
import { Notice } from '../../ui/notice';
import { NumberField } from '../../ui/number-field';
import { SelectField } from '../../ui/select-field';
import { FIGURE_SETTINGS } from '../../share/figure-settings';
import { Control } from '../../ui/control';
import { EXAMPLE_LABELS, EXAMPLE_NAMES } from './examples';
import { PasteBox } from './paste-box';
import type { Judged } from './judged';
import { useVerdict, useVerdictActions } from './tolerance-store';
import styles from './tolerance.module.css';

/** The two results, K, the type, and x and W for those who have them. */
export function VerdictControls({ judged }: { readonly judged: Judged }) {
  const example = useVerdict((state) => state.example);
  const mismatch = useVerdict((state) => state.mismatch);
  const problem = useVerdict(({ slots }) => slots.first.problem ?? slots.second.problem);
  const waiting = useVerdict(({ slots }) => (slots.first.arrays?.length ?? 0) + (slots.second.arrays?.length ?? 0) < 2);
  const products = useVerdict((state) => state.products);
  const dtype = useVerdict((state) => state.dtype);
  const pair = useVerdict((state) => state.pair);
  const hasLayer = useVerdict(({ slots }) => slots.x.arrays !== null && slots.weight.arrays !== null);
  const { set, takeExample } = useVerdictActions();
  const [clamped, setClamped] = useState<string | null>(null);
  const isLast = mismatch !== null || problem !== null || waiting;
  return (
    <div className={styles.controls} data-control>
      <Control of="example">
        <p className={styles.examples}>
          Examples, computed here:{' '}
          {EXAMPLE_NAMES.map((name, i) => (
            <span key={name}>
              {i > 0 && ', '}
              <button type="button" className={styles.phrase} aria-pressed={name === example} onClick={() => takeExample(name)}>
                {EXAMPLE_LABELS[name]}
              </button>
            </span>
          ))}
          .
        </p>
      </Control>
      <Control of={['a', 'b']}>
        <div>
          <div className={styles.boxes}>
            <Control of="a">
              <PasteBox slot="first" label="One result, a" hint="Paste or drop tensor(…), array(…), a list, JSON, two columns, or a .npy file." />
            </Control>
            <Control of="b">
              <PasteBox slot="second" label="The other, b" hint="The same for the other result. Leave it empty if the first box holds both." />
            </Control>
          </div>
          <Notice message={mismatch !== null ? mismatch.message : isLast ? 'The last two results that could be compared are still shown below.' : null} tone={mismatch !== null ? 'warning' : 'quiet'} />
        </div>
      </Control>
      <Control of={['k', 'dtype']}>
        <div>
          <div className={styles.fields}>
            <Control of="k">
              {hasLayer && judged.layerProblem === null ? (
                <p className={styles.given}>K = {judged.products}, from x</p>
              ) : (
                <>
                  <NumberField
                    label="K, products in each sum"
                    value={products ?? 768}
                    min={1}
                    max={FIGURE_SETTINGS.verdict.products.max}
                    integer
                    onChange={(value) => {
                      setClamped(null);
                      set({ products: value });
                    }}
                    onClamped={setClamped}
                  />
                  <Checkbox label="I don’t know K" checked={products === null} onChange={(unknown) => set({ products: unknown ? null : 768 })} />
                </>
              )}
            </Control>
            <Control of="dtype">
              <SelectField<Dtype | 'printed'>
                label="Type of the results"
                value={dtype ?? 'printed'}
                options={[{ value: 'printed', label: `as printed: ${dtypeOf(...pair)}` }, ...DTYPES.map((name) => ({ value: name, label: name }))]}
                onChange={(value) => set({ dtype: value === 'printed' ? null : value })}
              />
            </Control>
          </div>
          <Notice message={clamped} onDismiss={() => setClamped(null)} />
        </div>
      </Control>
      <Control of={[]}>
        <details className={styles.details}>
          <summary>x and W, for the exact scale Σ|x·w|{hasLayer && judged.layerProblem === null ? ' (given)' : ''}</summary>
          <div className={styles.boxes}>
            <PasteBox slot="x" label="x, K numbers or rows of K" rows={3} hint="Four digits are enough: it is only a scale." />
            <PasteBox slot="weight" label="W, N rows of K (layer.weight)" rows={3} hint="Large ones as a .npy file: numpy.save('w.npy', layer.weight.detach().numpy())." />
          </div>
          <Notice message={judged.layerProblem?.message ?? null} />
        </details>
      </Control>
    </div>
  );
}
