import type { KeyboardEvent } from 'react';
import { useId, useState } from 'react';
import { ShareBar } from '../../charts/marks/share-bar';
import { sizeText } from '../../lib/size-text';
import { formatCount } from '../../lib/words';
import { usePresentation } from '../../ui/presentation';
import type { RemedyFacts } from './remedy-texts';
import { REMEDY_TEXTS } from './remedy-texts';
import styles from './remedies.module.css';

interface RemedyRowProps {
  readonly facts: RemedyFacts;
  /** Additions per output without a remedy. */
  readonly plain: number;
}

/** One remedy; its name unfolds the explanation, but on a stage, where there is no room for it. */
export function RemedyRow({ facts, plain }: RemedyRowProps) {
  const { remedy, N } = facts;
  const { stage } = usePresentation();
  const [open, setOpen] = useState(false);
  const id = useId();
  const { name, not, basis, explain, measured } = REMEDY_TEXTS[remedy.name];
  const errors = [...new Set(remedy.errors.map((error) => sizeText(error)))].join(' and ');
  const extra = extraText(remedy.additions, plain, remedy.name.startsWith('float64'));
  const note = basis && <span className={styles.basis}>, {basis(facts)}</span>;
  const close = ({ key }: KeyboardEvent): void => {
    if (key === 'Escape') setOpen(false);
  };
  return (
    <>
      <tr data-remedy={remedy.name}>
        <th scope="row">
          {stage ? (
            <>
              {name}
              {note}
            </>
          ) : (
            <button type="button" data-word className={styles.name} aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)} onKeyDown={close}>
              <span>
                {name}
                {note}
              </span>
            </button>
          )}
        </th>
        <td data-value={remedy.differing}>
          <div className={styles.share}>
            <svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
              <ShareBar parts={[{ share: remedy.differing / N, colour: 'var(--differs)' }]} width={100} height={1} />
            </svg>
            <span>
              {formatCount(remedy.differing)} <span className={styles.of}>of {formatCount(N)}</span>
            </span>
          </div>
        </td>
        <td data-value={remedy.additions - plain} className={styles.wide}>
          {extra}
        </td>
        <td data-value={[...new Set(remedy.errors)].join('; ')} className={styles.wide}>
          {errors}
        </td>
      </tr>
      <tr id={id} hidden={!open} className={styles.details}>
        <td colSpan={4}>
          <p>{explain(facts)}</p>
          {measured !== undefined && <p>Measured, not computed here: {measured}</p>}
          <p>It does not promise {not}.</p>
          <p className={styles.narrow}>
            Extra additions per output: {extra}. Median error, of Σ|x·w|: {errors}.
          </p>
        </td>
      </tr>
    </>
  );
}

function extraText(additions: number, plain: number, wide: boolean): string {
  if (additions === plain) return wide ? '0, in float64' : '0';
  return `${formatCount(additions - plain)} (×${sizeText(additions / plain)})`;
}
