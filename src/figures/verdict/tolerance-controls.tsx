import { formatCount, layerTitle } from '../../lib/words';
import { DTYPES } from '../../numerics/dtype-names';
import { dtypeOf } from '../../pasted/compared-pair';
import { Notice } from '../../ui/notice';
import { SettingSelect } from '../../figure-parts/setting-controls/setting-choice';
import { SettingNumber } from '../../figure-parts/setting-controls/setting-number';
import { Control } from '../../ui/control';
import { THREAD } from '../../recordings/thread';
import { EXAMPLE_LABELS, EXAMPLE_NAMES } from './examples';
import { PasteBox } from './paste-box';
import type { Judged } from './judged';
import styles from './tolerance.module.css';
import type { ComparisonState } from './use-comparison';

const DTYPE_NAMES = Object.fromEntries(DTYPES.map((name) => [name, name]));

/** The two results, K, the type, and x and W for those who have them. */
export function ToleranceControls({ comparison, judged }: { readonly comparison: ComparisonState; readonly judged: Judged | null }) {
  const { boxes, shown, mismatch, values, takeExample, takeThreadLayer } = comparison;
  const { example } = values;
  const hasLayer = boxes.x.arrays !== null && boxes.weight.arrays !== null && judged !== null && judged.layerProblem === null;
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
              <PasteBox comparison={comparison} name="first" label="One result, a" hint="Paste or drop tensor(…), array(…), a list, JSON, two columns, or a .npy file." />
            </Control>
            <Control of="b">
              <PasteBox comparison={comparison} name="second" label="The other, b" hint="The same for the other result. Leave it empty if the first box holds both." />
            </Control>
          </div>
          <Notice message={mismatch?.message ?? null} />
        </div>
      </Control>
      <Control of={['k', 'dtype']}>
        <div className={styles.fields}>
          <Control of="k">
            {hasLayer ? (
              <p className={styles.given}>K = {formatCount(judged.products ?? 0)}, from x</p>
            ) : (
              <SettingNumber of="products" min={1} unknown={0} hint="in_features; empty if you don’t know." />
            )}
          </Control>
          <SettingSelect of="dtype" names={{ printed: shown === null ? 'as printed' : `as printed: ${dtypeOf(...shown.pair)}`, ...DTYPE_NAMES }} />
        </div>
      </Control>
      <Control of={[]}>
        <details className={styles.details}>
          <summary>x, W and b, for what orders do on these numbers, and whose digits they are{hasLayer ? ' (given)' : ''}</summary>
          <p className={styles.examples}>
            Or as <code>torch.manual_seed({THREAD[0]!.seed})</code> draws them for the thread’s layer:{' '}
            {THREAD.map(({ name, inFeatures, outFeatures }, i) => (
              <span key={name}>
                {i > 0 && ', '}
                <button type="button" className={styles.phrase} onClick={() => takeThreadLayer(name)}>
                  {layerTitle({ inFeatures, outFeatures })}
                </button>
              </span>
            ))}
            .
          </p>
          <div className={styles.boxes}>
            <PasteBox comparison={comparison} name="x" label="x, K numbers or rows of K" rows={3} hint="Four digits are enough for a verdict; whose digits they are takes all of them." />
            <PasteBox comparison={comparison} name="weight" label="W, N rows of K (layer.weight)" rows={3} hint="Large ones as a .npy file: numpy.save('w.npy', layer.weight.detach().numpy())." />
          </div>
          <PasteBox comparison={comparison} name="bias" label="b, N numbers (layer.bias), where there is one" rows={2} />
          <Notice message={judged?.layerProblem?.message ?? null} />
        </details>
      </Control>
    </div>
  );
}
