import { useMemo } from 'react';
import { nearer } from '../../experiments/nearer';
import type { NearerCount } from '../../experiments/nearer';
import { Predict } from '../predict/predict';
import { useSliced } from '../task/use-sliced';
import { counted } from '../words/words';
import styles from './nearer.module.css';

const SIZES = [64, 256, 1024, 4096];
const SHORT = SIZES[0]!;
const LONG = SIZES.at(-1)!;

const SPEC = { pattern: 'pytorch-2.13', batches: [1, 16], outputs: 768, seed: 72 } as const;

function* counts(): Generator<readonly NearerCount[] | null, void> {
  const found: NearerCount[] = [];
  for (const K of SIZES) {
    found.push(yield* nearer({ ...SPEC, K }));
    yield [...found];
  }
}

/** The call that comes nearer at more outputs. */
function winner({ first, second }: NearerCount): 'one' | 'sixteen' | 'even' {
  return first === second ? 'even' : first > second ? 'one' : 'sixteen';
}

const NAMES = { one: 'Batch 1', sixteen: 'Batch 16', even: 'Neither' } as const;

/** Asks which of two calls is nearer to the exact sum, and shows that it depends on the length of the sum. */
export default function NearerFigure() {
  const found = useSliced(useMemo(() => counts, []));
  const [short, long] = [SHORT, LONG].map((K) => found?.find((one) => one.K === K));
  return (
    <Predict
      id="nearer"
      question={`Batch 1 and batch 16 add up in different orders. At K = ${counted(LONG)}, which of the two comes nearer to the exact sum at more of the outputs?`}
      options={(['one', 'sixteen', 'even'] as const).map((value) => ({ value, label: NAMES[value] }))}
      answer={short && long ? winner(long) : null}
      explain={
        short &&
        long && (
          <>
            At K = {counted(LONG)} batch 1 is nearer at {counted(long.first)} of {counted(long.outputs)} outputs and batch 16 at {counted(long.second)}. At K = {counted(SHORT)} it is {counted(short.first)} and{' '}
            {counted(short.second)}
            {winner(short) === winner(long) ? '.' : ': the other way round.'}
          </>
        )
      }
    >
      {found && <NearerBars found={found} />}
    </Predict>
  );
}

function NearerBars({ found }: { readonly found: readonly NearerCount[] }) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">K</th>
          <th scope="col">batch 1 nearer</th>
          <th scope="col" className={styles.wide}>
            <span className="visually-hidden">Share</span>
          </th>
          <th scope="col">batch 16 nearer</th>
          <th scope="col">equally near</th>
        </tr>
      </thead>
      <tbody>
        {found.map(({ K, outputs, first, second, even }) => (
          <tr key={K}>
            <th scope="row" data-value={K}>{counted(K)}</th>
            <td data-value={first}>{counted(first)}</td>
            <td className={styles.wide} aria-hidden="true">
              <span className={styles.bar}>
                <i style={{ flexGrow: first / outputs, background: 'var(--ink)' }} />
                <i style={{ flexGrow: even / outputs, background: 'var(--hairline)' }} />
                <i style={{ flexGrow: second / outputs, background: 'var(--rule)' }} />
              </span>
            </td>
            <td data-value={second}>{counted(second)}</td>
            <td data-value={even}>{counted(even)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
