import styles from './bit-row.module.css';
import type { ShortDtype } from './float-bits';
import { differingBits, FIELDS, floatBits } from './float-bits';

export interface BitRowProps {
  /** A number of the type. */
  readonly value: number;
  /** float32 if left out. */
  readonly dtype?: ShortDtype;
  /** Bits that differ from those of this value are marked. */
  readonly against?: number;
  /** What the number is: "batch 1". */
  readonly label?: string;
  /** Name the three fields above the bits. */
  readonly legend?: boolean;
}

/** The bits of a number: sign, exponent, significand. */
export function BitRow({ value, dtype = 'float32', against, label, legend = false }: BitRowProps) {
  const { bits, hex, words } = floatBits(value, dtype);
  const begin = 1 + FIELDS[dtype].exponent;
  const fields = [
    { name: 'sign', from: 0, to: 1 },
    { name: 'exponent', from: 1, to: begin },
    { name: 'significand', from: begin, to: bits.length },
  ] as const;
  const differing = against === undefined ? [] : differingBits(value, against, dtype);
  const marked = new Set(differing);
  const spoken = `${label === undefined ? '' : `${label}: `}bits ${hex}, ${words}${against === undefined ? '' : differing.length === 0 ? '; all bits equal' : `; bits that differ, counted from the last: ${differing.map((place) => bits.length - 1 - place).join(', ')}`}`;
  return (
    <div className={styles.line}>
      {label !== undefined && <span className={styles.label} aria-hidden="true">{label}</span>}
      <div role="img" aria-label={spoken} className={styles.bits} data-short={bits.length === 16 || undefined}>
        {fields.map(({ name, from, to }) => (
          <span key={name} className={styles[name]} style={{ flexGrow: to - from }}>
            {legend && <span className={styles.name}>{name}</span>}
            <span className={styles.cells}>
              {[...bits.slice(from, to)].map((bit, i) => (
                <span key={i} className={marked.has(from + i) ? styles.differs : bit === '1' ? styles.one : styles.zero}>
                  {bit}
                </span>
              ))}
            </span>
          </span>
        ))}
      </div>
    </div>
  );
}
