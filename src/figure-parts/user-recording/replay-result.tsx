import { useMemo } from 'react';
import { indexRanges } from '../../linear/index-ranges';
import { formatsText, libraryLine } from '../../recordings/library-text';
import { isFloat32 } from '../../recordings/recording';
import { ordersOfRecording } from '../../recordings/recorded-orders';
import { THREAD } from '../../recordings/thread';
import type { UserRecording } from '../../store/store';
import { orderMarks } from '../order-colours';
import { OrderSwatch } from '../order-swatch';
import { formatCount, rangesText } from '../../lib/words';
import styles from './user-recording-panel.module.css';
import { isBeyondRows, librarySentences, replaySentence } from './replay-summary';

/** Rows with outputs that are not reproduced, named for each batch size. */
const SHOWN = 4;

/** The reader's recording: its library, how many outputs replayed to the bit, and where on the page it is now in use. */
export function ReplayResult({ own, onRemove }: { readonly own: UserRecording; readonly onRemove: () => void }) {
  const { recording, replayed, fileName } = own;
  const { machine, operation } = recording;
  const library = useMemo(() => librarySentences(recording), [recording]);
  const orders = useMemo(() => ordersOfRecording(recording), [recording]);
  const marks = orderMarks(orders.map(({ key }) => key));
  const hero = THREAD.some(({ inFeatures, outFeatures }) => inFeatures === operation.inFeatures && outFeatures === operation.outFeatures) && operation.bias && isFloat32(operation);
  return (
    <section className={styles.result} aria-label="Your recording">
      <p className={styles.proof} role="status" data-testid="replayed">
        <strong>{replaySentence(replayed)}</strong> {library.join(' ')}
      </p>
      <p>
        {fileName}: {libraryLine(recording.library)}; {machine.gpu === undefined ? '' : `${machine.gpu}; `}{machine.cpu}, {machine.threads === 1 ? 'one thread' : `${machine.threads} threads`}; {formatCount(operation.inFeatures)} →{' '}
        {formatCount(operation.outFeatures)}
        {isFloat32(operation) ? '' : ` in ${formatsText(operation)}`}
        {operation.bias ? '' : ', no bias'}.
      </p>
      {replayed.flatMap(({ batch, differing }) =>
        differing.slice(0, SHOWN).map(({ row, columns }) => (
          <p key={`${batch}/${row}`} className={styles.missed}>
            At batch {batch} the recorded order does not reproduce outputs {rangesText(indexRanges(columns), 12)} of row {row}: the file was changed, or the library does not add in one fixed tree there.
          </p>
        )),
      )}
      {replayed.filter(isBeyondRows).map(({ batch }) => (
        <p key={batch} className={styles.missed}>
          At batch {batch} the rows whose bits were recorded are reproduced, but all rows together do not have the recorded digest: the file was changed, or other rows are added up in another order.
        </p>
      ))}
      <table className={styles.orders}>
        <caption>Its {orders.length === 1 ? 'one order' : `${orders.length} orders`} of addition</caption>
        <thead>
          <tr>
            <th scope="col">batch</th>
            <th scope="col">order</th>
          </tr>
        </thead>
        <tbody>
          {orders.map(({ key, orderText, uses }) => (
            <tr key={key}>
              <th scope="row">{[...new Set(uses.map(({ batch }) => batch))].join(', ')}</th>
              <td>
                <OrderSwatch mark={marks.get(key)!} />
                <code tabIndex={0}>{orderText}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        The page now uses it in{' '}
        {hero && (
          <>
            <a href="#thread">the thread’s lines</a>,{' '}
          </>
        )}
        <a href="#kernel-map">the map of libraries</a>, <a href="#walks">the walks</a>, <a href="#heatmap">the heatmap</a> and <a href="#lab">the Lab</a>
        {hero ? '' : `, but not in the thread’s lines, which need a layer of 4 → 8 or 768 → 768${isFloat32(operation) ? '' : ' in float32'}${operation.bias ? '' : ' with a bias'}`}.{' '}
        <button type="button" className={styles.inline} onClick={onRemove}>
          Remove it
        </button>
      </p>
    </section>
  );
}
