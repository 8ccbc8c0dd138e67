import { useId, useState } from 'react';
import { ShareBar } from '../../charts/marks/share-bar';
import { sizeText } from '../../lib/size-text';
import { formatCount } from '../../lib/words';
import type { RemedyFacts } from './remedy-texts';
import { REMEDY_TEXTS } from './remedy-texts';
import styles from './remedies.module.css';

interface RemedyRowProps {
  readonly facts: RemedyFacts;
  /** Additions per output without a remedy. */
  readonly plain: number;
}

/** One remedy; its name unfolds the explanation. */
export function RemedyRow({ facts, plain }: RemedyRowProps) {
  const { remedy, N } = facts;
  const [open, setOpen] = useState(false);
  const id = useId();
  const { name, not, basis, explain, measured } = REMEDY_TEXTS[remedy.name];
  const [alone, together] = remedy.errors.map((error) => sizeText(error));
  return (
    <>
      <tr data-remedy={remedy.name}>
        <th scope="row">
          <button type="button" data-word className={styles.name} aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
            {name}
          </button>
        </th>
        <td data-value={remedy.additions - plain}>{extraText(remedy.additions, plain, remedy.name.startsWith('float64'))}</td>
        <td data-value={remedy.differing}>
          <span className={styles.count}>
            {formatCount(remedy.differing)} <span className={styles.of}>of {formatCount(N)}</span>
          </span>
          <svg className={styles.bar} viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
            <ShareBar parts={[{ share: remedy.differing / N, colour: 'var(--differs)' }]} width={100} height={1} />
          </svg>
          {basis !== undefined && <span className={styles.basis}>{basis(facts)}</span>}
        </td>
        <td data-value={[...new Set(remedy.errors)].join('; ')}>
          {alone}
          {together !== alone && (
            <>
              <span className="visually-hidden"> and </span>
              <br />
              {together}
            </>
          )}
        </td>
        <td className={styles.wide}>{not}</td>
      </tr>
      <tr id={id} hidden={!open} className={styles.details}>
        <td colSpan={5}>
          <p>{explain(facts)}</p>
          {measured !== undefined && <p>Measured, not computed here: {measured}</p>}
          <p className={styles.narrow}>It does not promise {not}.</p>
        </td>
      </tr>
    </>
  );
}

function extraText(additions: number, plain: number, wide: boolean): string {
  if (additions === plain) return wide ? '0, in float64' : '0';
  return `${formatCount(additions - plain)} (×${sizeText(additions / plain)})`;
}
