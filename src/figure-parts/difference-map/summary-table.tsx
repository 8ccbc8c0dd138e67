import { memo, useId } from 'react';
import { OrderSwatch } from '../order-swatch';
import type { OrderMark } from '../../charts/order-mark';
import type { Provenance } from '../../experiments/order-schedule';
import type { DifferenceSummary } from '../../experiments/summarise-differences';
import { DEFAULT_TOLERANCES } from '../../numerics/tolerance';
import type { Dtype } from '../../numerics/dtypes';
import { writtenNumber } from '../../lib/number-text';
import { roughCount, sizeText } from '../../lib/size-text';
import { formatCount } from '../../lib/words';
import styles from './summary-table.module.css';

/** A line of the summary table. */
export interface SummaryRow {
  readonly batch: number;
  readonly orders: readonly OrderMark[];
  readonly provenance: Provenance;
  readonly isBaseline: boolean;
  /** Null while it is being computed. */
  readonly summary: DifferenceSummary | null;
}

interface SummaryTableProps {
  readonly rows: readonly SummaryRow[];
  /** Of the outputs. */
  readonly dtype: Dtype;
  /** The batch size under the pointer. */
  readonly pointed?: number | null;
}

/** The two most common tests. */
function testsFor(dtype: Dtype): readonly (readonly [id: string, name: string])[] {
  return [
    ['allclose', 'allclose'],
    [`assert-close-${dtype}`, 'assert_close'],
  ];
}

/** How far each batch size is from the baseline, in three units, and whether it passes the libraries' default tests. */
export const SummaryTable = memo(function SummaryTable({ rows, dtype, pointed = null }: SummaryTableProps) {
  const heading = useId();
  const tests = testsFor(dtype);
  return (
    <section className={styles.summary} aria-labelledby={heading}>
      <h3 id={heading}>Summary</h3>
      <div className={styles.scroller} tabIndex={0} role="region" aria-label="Summary table, scrolls sideways">
        <table>
          <thead>
            <tr>
              <th scope="col" rowSpan={2}>
                Batch
              </th>
              <th scope="col" rowSpan={2}>
                Outputs that differ
              </th>
              <th scope="colgroup" colSpan={2}>
                of Σ|x·w|
              </th>
              <th scope="colgroup" colSpan={2}>
                ulp
              </th>
              <th scope="colgroup" colSpan={2}>
                absolute
              </th>
              {tests.map(([id, name]) => (
                <th key={id} scope="col" rowSpan={2}>
                  <code>{name}</code>
                </th>
              ))}
              <th scope="col" rowSpan={2}>
                Order
              </th>
            </tr>
            <tr>
              {[0, 1, 2].flatMap((unit) => [
                <th key={`max${unit}`} scope="col">
                  max
                </th>,
                <th key={`median${unit}`} scope="col">
                  median
                </th>,
              ])}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <SummaryLine key={row.batch} row={row} tests={tests} pointed={pointed === row.batch} />
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.note}>
        Outputs that agree count as 0 in the medians. {tests.map(([id, name]) => testText(id, name)).join(' ')} a is this batch, b the baseline.
      </p>
    </section>
  );
});

function testText(id: string, name: string): string {
  const test = DEFAULT_TOLERANCES.find((tolerance) => tolerance.id === id)!;
  return `${name}: |a − b| ≤ ${writtenNumber(test.atol.toExponential())} + ${writtenNumber(test.rtol.toExponential())}·|b|.`;
}

interface SummaryLineProps {
  readonly row: SummaryRow;
  readonly tests: readonly (readonly [id: string, name: string])[];
  readonly pointed: boolean;
}

function SummaryLine({ row, tests, pointed }: SummaryLineProps) {
  const { summary, orders, batch, provenance } = row;
  const values = summary && [summary.maxRel, summary.medianRel, summary.maxUlp, summary.medianUlp, summary.maxAbs, summary.medianAbs];
  const sizes = summary && [sizeText(summary.maxRel), sizeText(summary.medianRel), roughCount(summary.maxUlp), roughCount(summary.medianUlp), sizeText(summary.maxAbs), sizeText(summary.medianAbs)];
  return (
    <tr className={pointed ? styles.pointed : undefined}>
      <th scope="row">
        <span className={styles.batch}>
          <span>
            {orders.map((mark) => (
              <OrderSwatch key={mark.letter} mark={mark} />
            ))}
          </span>
          {batch}
        </span>
      </th>
      {row.isBaseline || summary === null || sizes === null ? (
        <td colSpan={7 + tests.length} className={styles.quiet}>
          {row.isBaseline ? 'the baseline' : 'being computed'}
        </td>
      ) : (
        <>
          <td data-value={summary.differing}>{summary.differing === 0 ? <span className={styles.quiet}>none of {formatCount(summary.of)}</span> : `${formatCount(summary.differing)} of ${formatCount(summary.of)}`}</td>
          {sizes.map((size, i) => (
            <td key={i} data-value={values?.[i]} className={size === '0' ? styles.quiet : undefined}>
              {size}
            </td>
          ))}
          {tests.map(([id]) => {
            const verdict = summary.verdicts.find(({ tolerance }) => tolerance.id === id);
            const fails = verdict !== undefined && !verdict.close;
            return (
              <td key={id} className={fails ? styles.fails : styles.quiet}>
                {fails ? `fails at ${formatCount(verdict.failing)}` : 'passes'}
              </td>
            );
          })}
        </>
      )}
      <td className={styles.quiet}>{provenance}</td>
    </tr>
  );
}
