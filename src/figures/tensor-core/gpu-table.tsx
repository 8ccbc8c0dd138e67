import { Digits } from '../../charts/digits';
import { shortText } from '../../figure-parts/addition/term-words';
import { numberText } from '../../lib/number-text';
import { sizeText } from '../../lib/size-text';
import type { ShownAdder, Step } from './step';
import { GPU_NAMES, SHOWN_ADDERS } from './step';
import styles from './tensor-core.module.css';

interface GpuTableProps {
  readonly steps: Readonly<Record<ShownAdder, Step>>;
  readonly shown: ShownAdder;
}

/** What each GPU makes of the same terms. */
export function GpuTable({ steps, shown }: GpuTableProps) {
  // Where float8 rounds the factors, its terms have a sum of their own.
  const sums = [
    { name: 'exact', exact: steps.v100.exact },
    ...(steps['h100-fp8'].rounded ? [{ name: 'exact, factors in float8', exact: steps['h100-fp8'].exact }] : []),
  ];
  return (
    <div className={styles.scroller} role="region" aria-label="The same terms on every GPU" tabIndex={0}>
      <table className={styles.gpus}>
        <caption>The same terms on every GPU</caption>
        <thead>
          <tr>
            <th scope="col">GPU</th>
            <th scope="col">F</th>
            <th scope="col">bits kept</th>
            <th scope="col">result</th>
            <th scope="col">off by</th>
          </tr>
        </thead>
        <tbody>
          {SHOWN_ADDERS.map((name) => {
            const { adder, bits, result, exact, error } = steps[name];
            return (
              <tr key={name} className={name === shown ? styles.shown : undefined} aria-current={name === shown || undefined}>
                <th scope="row">{GPU_NAMES[name]}</th>
                <td>{adder.fractionBits}</td>
                <td>
                  {bits.kept} of {bits.all}
                </td>
                <td data-value={result}>
                  <Digits text={numberText(result)} against={shortText(exact)} />
                </td>
                <td data-value={error}>{error === 0 ? '0' : sizeText(error, 3)}</td>
              </tr>
            );
          })}
          {sums.map(({ name, exact }) => (
            <tr key={name}>
              <th scope="row" colSpan={3}>
                {name}
              </th>
              <td data-value={exact}>{shortText(exact)}</td>
              <td />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
