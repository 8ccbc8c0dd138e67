import { Fragment, useMemo } from 'react';
import { doubleText, numberText } from '../../lib/number-text';
import { formatCount } from '../../lib/words';
import type { SuggestedTolerance } from '../../experiments/suggest-tolerance';
import type { ToleranceVerdict } from '../../numerics/tolerance';
import { UNIT_ROUNDOFFS } from '../../numerics/dtypes';
import { sizeText, sizeTexts } from '../../lib/size-text';
import type { ToleranceRow } from './tolerance-rows';
import { toleranceRows } from './tolerance-rows';
import type { Judged } from './judged';
import styles from './tolerance.module.css';
import type { ComparisonState } from './use-comparison';

function outcome({ close, failing }: ToleranceVerdict) {
  return close ? 'passes' : <strong className={styles.fails}>fails at {formatCount(failing)}</strong>;
}

interface ToleranceTableProps {
  readonly comparison: Pick<ComparisonState, 'takeExample' | 'swap'>;
  readonly judged: Judged;
  readonly suggested: SuggestedTolerance | null;
}

/** Which tests pass and which fail, at which number and why, and both ways round. */
export function ToleranceTable({ comparison: { takeExample, swap }, judged, suggested }: ToleranceTableProps) {
  const { pair, judgement } = judged;
  const rows = useMemo(() => toleranceRows(pair, suggested), [pair, suggested]);
  const changing = rows.filter(({ verdict, swapped }) => verdict.close !== swapped.close);
  return (
    <div className={styles.tests}>
      <table>
        <caption>
          Which tests pass: |a − b| ≤ atol + rtol·|b| for every number{judgement.slack > 0 && ', going by the printed digits alone'}
        </caption>
        <thead>
          <tr>
            <th scope="col">test</th>
            <th scope="col">a, b</th>
            <th scope="col">b, a</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Fragment key={row.tolerance.id}>
              <tr>
                <th scope="row">
                  {row.tolerance.label.split(/(?<=[._])/).map((part, index) => (
                    <Fragment key={index}>
                      {index > 0 && <wbr />}
                      {part}
                    </Fragment>
                  ))}
                  <span className={styles.note}>
                    rtol {doubleText(row.tolerance.rtol)}, atol {doubleText(row.tolerance.atol)}
                  </span>
                </th>
                <td>{outcome(row.verdict)}</td>
                <td>{outcome(row.swapped)}</td>
              </tr>
              <tr className={styles.why}>
                <td colSpan={3}>
                  <Why row={row} judged={judged} />
                </td>
              </tr>
            </Fragment>
          ))}
        </tbody>
      </table>
      <p className={styles.swap}>
        {changing.length > 0 ? (
          <>Swapping a and b changes the verdict of {changing.map(({ tolerance }) => tolerance.label).join(', and of ')}: the limit is relative to the second number only.</>
        ) : (
          <>
            The limit is relative to the second number only, so a test can pass one way round and fail the other.{' '}
            {rows.some(({ verdict, swapped }) => verdict.failing !== swapped.failing) ? 'Here only the count of failing numbers changes' : 'Here nothing changes'};{' '}
            <button type="button" data-word className={styles.phrase} onClick={() => takeExample('swap')}>
              see a pair where the verdict does
            </button>
            .
          </>
        )}{' '}
        <button type="button" data-word className={styles.phrase} onClick={swap}>
          Swap them
        </button>
        .
      </p>
    </div>
  );
}

function Why({ row: { verdict, difference, allowed, tolerance }, judged: { pair, scale } }: { readonly row: ToleranceRow; readonly judged: Judged }) {
  const at = verdict.worstIndex;
  const b = pair.expected[at] ?? NaN;
  const S = scale?.absSum[at];
  const [differs, limit] = sizeTexts(difference, allowed);
  if (verdict.close) {
    return difference === 0 ? <>No printed digit differs.</> : <>Nearest to its limit at index {formatCount(at)}: {differs} of {limit} allowed.</>;
  }
  if (Number.isNaN(difference)) return <>Index {formatCount(at)} is NaN on one side or both, which no tolerance lets pass.</>;
  const step = 2 * UNIT_ROUNDOFFS[pair.dtype];
  const isTight = tolerance.atol === 0 && tolerance.rtol < step;
  const isSmall = S !== undefined && Math.abs(b) < 0.01 * S;
  return (
    <>
      Worst at index {formatCount(at)}, {pair.dtype === 'float64' ? sizeText(b) : numberText(Math.fround(b))}: it differs by {differs} where {limit} is allowed.
      {isTight ? (
        <>
          {' '}
          An rtol below one step of {pair.dtype}, {sizeText(step)}, lets hardly any difference pass.
        </>
      ) : (
        isSmall && <> Little is left of a sum with Σ|x·w| = {sizeText(S)}: rtol·|b| shrinks with it, the error doesn’t.</>
      )}
    </>
  );
}
