import { greatestHeight } from '../../experiments/sum-roundoff';
import type { TensorCore } from '../../experiments/tensor-core-bound';
import { tensorCoreBound } from '../../experiments/tensor-core-bound';
import { sizeText } from '../../lib/size-text';
import { formatCount } from '../../lib/words';
import { gamma } from '../../orders/height';
import { Folded } from '../../ui/folded';
import styles from './tensor-core.module.css';

const SIZES = [768, 4096] as const;

const CORES: readonly (TensorCore & { readonly name: string })[] = [
  { name: 'V100, float16', adder: 'v100', factors: 'float16' },
  { name: 'A100, bfloat16', adder: 'a100', factors: 'bfloat16' },
  { name: 'A100, TF32', adder: 'a100', factors: 'tf32' },
  { name: 'H100, bfloat16', adder: 'h100', factors: 'bfloat16' },
  { name: 'H100, TF32', adder: 'h100', factors: 'tf32' },
];

const ROWS: readonly { readonly name: string; readonly of: (K: number) => number }[] = [
  { name: 'float32, any order', of: (K) => 2 * gamma(greatestHeight(K)) },
  ...CORES.map((core) => ({ name: core.name, of: (K: number) => tensorCoreBound(core, K) })),
];

/** The most by which two sums can differ: of float32 additions in any order, and on tensor cores. */
export function BoundsTable() {
  const K = SIZES[1];
  const [plain, ...cores] = ROWS.map(({ of }) => of(K));
  return (
    <div className={styles.bounds}>
      <Folded title={`Two sums of ${formatCount(K)} products: limits of ${sizeText(plain!)}·Σ|x·w| in float32, ${sizeText(Math.min(...cores))} to ${sizeText(Math.max(...cores))} on tensor cores`} always>
        <table className={styles.gpus}>
          <caption className="visually-hidden">Limits for two sums ÷ Σ|x·w|</caption>
          <thead>
            <tr>
              <th scope="col">sums</th>
              {SIZES.map((K) => (
                <th key={K} scope="col">
                  K = {formatCount(K)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ROWS.map(({ name, of }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {SIZES.map((K) => (
                  <td key={K} data-value={of(K)}>
                    {sizeText(of(K))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Folded>
    </div>
  );
}
