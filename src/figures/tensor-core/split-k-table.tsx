import { Digits } from '../../charts/digits';
import type { SplitKernel } from '../../experiments/split-kernels';
import { SPLIT_KERNELS } from '../../experiments/split-kernels';
import { RequestLine } from '../../figure-parts/request-state/request-line';
import { writtenNumber } from '../../lib/number-text';
import { formatCount, layerTitle, plural } from '../../lib/words';
import { useExperiments, useResult } from '../../store/use-part';
import { PartContext } from '../../store/use-store';
import styles from './tensor-core.module.css';

const KERNEL_NAMES: Readonly<Record<SplitKernel, string>> = {
  'h100-1': 'H100, K unsplit',
  'h100-2': 'H100, K in 2 parts',
  'h100-4': 'H100, K in 4 parts',
  'a100-1': 'A100, K unsplit',
};

/** What splitting K changes on one GPU, and what another GPU does: one output, and how many differ. */
export function SplitKTable() {
  return (
    <PartContext value="split-k">
      <Table />
    </PartContext>
  );
}

function Table() {
  useExperiments();
  const result = useResult('splitK');
  const [reference] = result?.pieces ?? [];
  const layer = result?.spec.layer;
  return (
    <div className={styles.aside}>
      <div className={styles.scroller} role="region" aria-label="Kernels" tabIndex={0}>
        <table className={styles.gpus}>
          <caption>One layer, four kernels: modelled</caption>
          <thead>
            <tr>
              <th scope="col">kernel</th>
              <th scope="col">one output</th>
              <th scope="col">
                differ, <br />
                float32
              </th>
              <th scope="col">
                differ, <br />
                bfloat16
              </th>
            </tr>
          </thead>
          <tbody>
            {SPLIT_KERNELS.map(({ id }, at) => {
              const piece = result?.pieces[at];
              const counts = at === 0 ? [] : [piece?.differing, piece?.roundedDiffering];
              return (
                <tr key={id}>
                  <th scope="row">{KERNEL_NAMES[id]}</th>
                  <td data-value={piece?.first}>{piece === undefined ? '…' : <Digits text={digitsOf(piece.first)} {...(at > 0 && { against: digitsOf(reference!.first) })} />}</td>
                  {at === 0 && <td colSpan={2} className={styles.base}>compared with</td>}
                  {counts.map((count, i) => <td key={i} data-value={count}>{count === undefined ? '…' : formatCount(count)}</td>)}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <RequestLine channel="splitK" label="Four kernels" />
      {layer !== undefined && reference !== undefined && (
        <p className={styles.note}>
          Of {plural(reference.of, 'output')}: {layerTitle(layer)} in bfloat16, {plural(layer.rows, 'row')}, no bias, <code>torch.manual_seed({layer.source.kind === 'torch' && layer.source.seed})</code>. Last column: once the results are rounded to bfloat16.
        </p>
      )}
    </div>
  );
}

/** Digits enough to tell all float32 apart, the same number for each. */
function digitsOf(value: number): string {
  return writtenNumber(value.toPrecision(9));
}
