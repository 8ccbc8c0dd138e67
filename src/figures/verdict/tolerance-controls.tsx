import { formatCount, layerTitle } from '../../lib/words';
import { DTYPES } from '../../numerics/dtype-names';
import { dtypeOf } from '../../pasted/compared-pair';
import { Notice } from '../../ui/notice';
import { SettingSelect } from '../../figure-parts/setting-controls/setting-choice';
import { SettingNumber } from '../../figure-parts/setting-controls/setting-number';
import { Control } from '../../ui/control';
import field from '../../ui/field.module.css';
import { Folded } from '../../ui/folded';
import { usePresentation } from '../../ui/presentation';
import { SelectField } from '../../ui/select-field';
import { THREAD } from '../../recordings/thread';
import { EXAMPLE_LABELS, EXAMPLE_NAMES } from './examples';
import { PasteBox } from './paste-box';
import type { Judged } from './judged';
import styles from './tolerance.module.css';
import type { ComparisonState } from './use-comparison';

const DTYPE_NAMES = Object.fromEntries(DTYPES.map((name) => [name, name]));

interface ControlsProps {
  readonly comparison: ComparisonState;
  /** The verdict on what the boxes hold; null while it is being made. */
  readonly judged: Judged | null;
}

function hasLayer({ boxes }: ComparisonState, judged: Judged | null): judged is Judged {
  return boxes.x.arrays !== null && boxes.weight.arrays !== null && judged !== null && judged.layerProblem === null;
}

/** Two results that are computed here, K and the type. */
export function PairFields({ comparison, judged }: ControlsProps) {
  const { values, shown, takeExample } = comparison;
  const { example } = values;
  return (
    <>
      <Control of="example">
        <SelectField
          label="Example"
          value={example}
          options={[...(example === 'none' ? [{ value: example, label: 'none: your own' }] : []), ...EXAMPLE_NAMES.map((value) => ({ value, label: EXAMPLE_LABELS[value] }))]}
          onChange={(to) => to !== 'none' && takeExample(to)}
        />
      </Control>
      <Control of="k">
        {hasLayer(comparison, judged) ? (
          <p className={styles.given}>K = {formatCount(judged.products ?? 0)}, from x</p>
        ) : (
          <SettingNumber of="products" min={1} unknown={0} hint="in_features; empty if you don’t know." />
        )}
      </Control>
      <SettingSelect of="dtype" names={{ printed: shown === null ? 'as printed' : `as printed: ${dtypeOf(...shown.pair)}`, ...DTYPE_NAMES }} />
    </>
  );
}

/** The places for two results and their fields, and for x, W and b of those who have them. */
export function PasteControls({ comparison, judged }: ControlsProps) {
  const { mismatch, takeThreadLayer } = comparison;
  const { stage } = usePresentation();
  return (
    <div className={styles.controls} data-control>
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
      {!stage && (
        <Control of={['example', 'k', 'dtype']}>
          <div className={styles.fields}>
            <PairFields comparison={comparison} judged={judged} />
          </div>
        </Control>
      )}
      <Control of={[]}>
        <Folded title={`x, W and b, for what orders do on these numbers, and whose digits they are${hasLayer(comparison, judged) ? ' (given)' : ''}`} always>
          <div className={styles.layer}>
            <p className={styles.examples}>
              As <code>torch.manual_seed({THREAD[0]!.seed})</code> draws them for the thread’s layer:
              {THREAD.map(({ name, inFeatures, outFeatures }) => (
                <button key={name} type="button" className={field.button} onClick={() => takeThreadLayer(name)}>
                  {layerTitle({ inFeatures, outFeatures })}
                </button>
              ))}
            </p>
            <div className={styles.boxes}>
              <PasteBox comparison={comparison} name="x" label="x, K numbers or rows of K" hint="Four digits are enough for a verdict; whose digits they are takes all of them." />
              <PasteBox comparison={comparison} name="weight" label="W, N rows of K (layer.weight)" hint="Large ones as a .npy file: numpy.save('w.npy', layer.weight.detach().numpy())." />
            </div>
            <PasteBox comparison={comparison} name="bias" label="b, N numbers (layer.bias), where there is one" rows={2} />
            <Notice message={judged?.layerProblem?.message ?? null} />
          </div>
        </Folded>
      </Control>
    </div>
  );
}
