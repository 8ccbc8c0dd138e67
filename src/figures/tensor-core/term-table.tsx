import { formatCount } from '../../lib/words';
import { exactText, lossWords } from '../../figure-parts/addition/term-words';
import { termName } from './step-words';
import type { Step } from './step';
import { countBits } from '../../charts/aligned-terms';
import { Folded } from '../../ui/folded';
import styles from './tensor-core.module.css';

/** The step as a table, term by term. */
export function TermTable({ step }: { readonly step: Step }) {
  const { terms, aligned, sum, result } = step;
  return (
    <Folded title="The step as a table" always>
      <div className={styles.scroller} role="region" aria-label="The step, term by term" tabIndex={0}>
        <table className={styles.gpus}>
          <thead>
            <tr>
              <th scope="col">term</th>
              <th scope="col">exact</th>
              <th scope="col">exponent</th>
              <th scope="col">bits kept</th>
              <th scope="col">cut off</th>
              <th scope="col">what is left</th>
            </tr>
          </thead>
          <tbody>
            {terms.map((term, i) => {
              const bits = countBits(aligned.terms[i]!);
              return (
                <tr key={i}>
                  <th scope="row">{termName(i)}</th>
                  <td data-value={term.value}>{exactText(term.value)}</td>
                  <td data-value={term.exponent ?? undefined}>{term.exponent === null ? '–' : formatCount(term.exponent)}</td>
                  <td>
                    {bits.kept} of {bits.all}
                  </td>
                  <td data-value={term.lost}>{lossWords(term)}</td>
                  <td data-value={term.kept}>{exactText(term.kept)}</td>
                </tr>
              );
            })}
            <tr>
              <th scope="row">what is left, added</th>
              <td />
              <td />
              <td />
              <td />
              <td data-value={sum}>{exactText(sum)}</td>
            </tr>
            <tr>
              <th scope="row">the result</th>
              <td />
              <td />
              <td />
              <td data-value={sum - result}>{exactText(sum - result)}</td>
              <td data-value={result}>{exactText(result)}</td>
            </tr>
          </tbody>
        </table>
      </div>
    </Folded>
  );
}
