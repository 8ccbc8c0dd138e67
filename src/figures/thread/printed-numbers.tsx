import { Digits } from '../../charts/digits';
import type { ThreadRow } from '../../experiments/thread';
import { THREAD } from '../../recordings/thread';
import { useFitted } from '../../store/use-part';
import { OrderSwatch } from '../../figure-parts/order-swatch';
import type { PrintedBlock } from './printed-blocks';
import { printedBlocks } from './printed-blocks';
import styles from './thread.module.css';

/** Every number that the thread printed, beside the one computed here. */
export function PrintedNumbers({ rows }: { readonly rows: readonly ThreadRow[] }) {
  const { threadCase: caseName } = useFitted('threadCase');
  const thread = THREAD.find(({ name }) => name === caseName) ?? THREAD[0]!;
  const blocks = printedBlocks(thread, rows);
  return (
    <div className={styles.blocks} data-count={blocks.length}>
      {blocks.map((block) => (
        <NumberBlock key={block.title} block={block} />
      ))}
    </div>
  );
}

function NumberBlock({ block }: { readonly block: PrintedBlock }) {
  const reference = block.lines[0]?.computed ?? undefined;
  return (
    <table className={styles.block} data-equal={block.lines.every(({ computed, printed }) => computed === null || computed === printed) ? 'all' : 'some'}>
      <caption>{block.title}</caption>
      <thead>
        <tr>
          <th scope="col">rows</th>
          <th scope="col">computed here</th>
          <td />
          <th scope="col">printed in the thread</th>
        </tr>
      </thead>
      <tbody>
        {block.lines.map(({ batch, printed, computed, order }) => (
          <tr key={batch} data-batch={batch}>
            <th scope="row">
              {order === null ? <span className={styles.swatch} /> : <OrderSwatch mark={order} />}
              {batch}
            </th>
            <td>{computed === null ? <span className={styles.waiting}>…</span> : <Digits text={computed} {...(reference !== undefined && { against: reference })} />}</td>
            <td className={styles.sign} data-value={computed === null ? '' : computed === printed ? 'equal' : 'not equal'}>
              <span aria-hidden="true">{computed === null ? '' : computed === printed ? '=' : '≠'}</span>
              <span className="visually-hidden">{computed === null ? 'not computed yet' : computed === printed ? 'equal to' : 'not equal to'}</span>
            </td>
            <td className={styles.printed}>{printed}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
