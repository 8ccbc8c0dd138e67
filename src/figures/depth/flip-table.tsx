import { powerText } from '../../lib/size-text';
import type { FlipStatistics } from '../../experiments/flip-statistics';
import { formatCount } from '../../lib/words';
import { percentText } from './flip-finding';
import styles from './network.module.css';

/** Flips by the size of the gap; only random inputs have a rate. */
export function FlipTable({ statistics: { bins } }: { readonly statistics: FlipStatistics }) {
  return (
    <div className={styles.table}>
      <table>
        <caption>Flips by gap</caption>
        <thead>
          <tr>
            <th scope="col">gap from</th>
            <th scope="col">random</th>
            <th scope="col">flipped</th>
            <th scope="col">95 % interval</th>
            <th scope="col">searched for</th>
            <th scope="col">of those, flipped</th>
          </tr>
        </thead>
        <tbody>
          {bins.map(({ power, inputs, flips, interval, sought, soughtFlips }) => (
            <tr key={power}>
              <th scope="row" data-value={power === -9 ? 0 : 10 ** power}>{power === -9 ? '0' : powerText(10, power)}</th>
              <td data-value={inputs}>{formatCount(inputs)}</td>
              <td data-value={flips}>{formatCount(flips)}</td>
              <td data-value={interval?.join(' to ')}>{interval && `${percentText(interval[0])} to ${percentText(interval[1])}`}</td>
              <td data-value={sought}>{formatCount(sought)}</td>
              <td data-value={soughtFlips}>{formatCount(soughtFlips)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
