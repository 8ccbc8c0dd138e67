import { powerText } from '../../lib/size-text';
import type { FlipStatistics } from '../../experiments/flip-statistics';
import { formatCount } from '../../lib/words';
import styles from '../../figure-parts/network/network.module.css';
import { percentText } from './flip-finding';

/** Flips by the size of the gap, random and sought inputs together. */
export function FlipTable({ statistics: { bins } }: { readonly statistics: FlipStatistics }) {
  return (
    <details className={styles.table}>
      <summary>Flips by gap, as a table</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">gap from</th>
            <th scope="col">inputs</th>
            <th scope="col">flipped</th>
            <th scope="col">95 % interval</th>
          </tr>
        </thead>
        <tbody>
          {bins.map(({ power, inputs, flips, interval: [low, high] }) => (
            <tr key={power}>
              <th scope="row" data-value={power === -9 ? 0 : 10 ** power}>{power === -9 ? '0' : powerText(10, power)}</th>
              <td data-value={inputs}>{formatCount(inputs)}</td>
              <td data-value={flips}>{formatCount(flips)}</td>
              <td data-value={`${low} to ${high}`}>
                {percentText(low)} to {percentText(high)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
