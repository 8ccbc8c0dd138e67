import styles from './kernel-map.module.css';
import type { KernelMap } from './map-rows';
import { rowText, titleOf, variantText } from './map-words';

/** The map as a table: a letter for each recorded batch size, nothing in between. */
export function MapTable({ map }: { readonly map: KernelMap }) {
  const { batches } = map;
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label="The map as a table">
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">recording</th>
              {batches.map((batch) => (
                <th key={batch} scope="col">
                  {batch}
                </th>
              ))}
              <th scope="col">in words</th>
            </tr>
          </thead>
          <tbody>
            {map.rows.map((row) => (
              <tr key={row.name}>
                <th scope="row">
                  {titleOf(row)} <span className={styles.backend}>{variantText(row).details}</span>
                </th>
                {batches.map((batch) => (
                  <td key={batch}>
                    {row.spans
                      .find((span) => span.batch === batch)
                      ?.parts.map(({ key }) => map.orders.get(key)!.mark.letter)
                      .join(' + ') ?? <span className={styles.quiet}>–</span>}
                  </td>
                ))}
                <td className={styles.words}>{rowText(row)}</td>
              </tr>
            ))}
          </tbody>
        </table>
    </div>
  );
}
