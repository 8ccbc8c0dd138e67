import styles from './bit-row.module.css';
import { differingBits, floatBits } from './float-bits';

export interface BitRowProps {
  /** A float32. */
  readonly value: number;
  /** Bits that differ from those of this value are marked. */
  readonly against?: number;
  /** What the number is: "batch 1". */
  readonly label?: string;
  /** Name the three fields above the bits. */
  readonly legend?: boolean;
}

const FIELDS = [
  { name: 'sign', from: 0, to: 1 },
  { name: 'exponent', from: 1, to: 9 },
  { name: 'significand', from: 9, to: 32 },
] as const;

/** The 32 bits of a float32: sign, exponent, significand. */
export function BitRow({ value, against, label, legend = false }: BitRowProps) {
  const { bits, hex, words } = floatBits(value);
  const differing = against === undefined ? [] : differingBits(value, against);
  const marked = new Set(differing);
  const spoken = `${label === undefined ? '' : `${label}: `}bits ${hex}, ${words}${against === undefined ? '' : differing.length === 0 ? '; all bits equal' : `; bits that differ, counted from the last: ${differing.map((place) => 31 - place).join(', ')}`}`;
  return (
    <div className={styles.line}>
      {label !== undefined && <span className={styles.label} aria-hidden="true">{label}</span>}
      <div role="img" aria-label={spoken} className={styles.bits}>
        {FIELDS.map(({ name, from, to }) => (
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
