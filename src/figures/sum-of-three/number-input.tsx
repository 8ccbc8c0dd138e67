import { useId, useState } from 'react';
import { nextDown, nextUp, ulpOf } from '../../numerics/float32';
import { doubleText, numberText } from '../../lib/number-text';
import { sizeText } from '../../lib/size-text';
import { DraftInput } from '../../ui/draft-input';
import field from '../../ui/field.module.css';
import { typedText } from '../../lib/float32-text';
import { useShown } from '../../ui/presentation';
import { NumberLine } from './number-line';
import { parseFloat32 } from '../../numerics/parse-float32';
import styles from './sum-of-three.module.css';

interface NumberInputProps {
  readonly name: string;
  readonly value: number;
  readonly zoom: number;
  readonly onChange: (value: number) => void;
}

/** One of the three numbers: typed, stepped by one ulp, or dragged along its line. */
export function NumberInput({ name, value, zoom, onChange }: NumberInputProps) {
  const id = useId();
  const canSet = useShown('abc');
  const [problem, setProblem] = useState('');
  const set = (to: number): void => {
    setProblem('');
    if (!Object.is(to, value)) onChange(to);
  };
  const commit = (typed: string): void => {
    const read = parseFloat32(typed);
    if (read.ok) set(read.value);
    else setProblem(`${read.error.message} ${name} is still ${numberText(value)}.`);
  };
  const up = nextUp(value);
  const down = nextDown(value);
  const step = (to: number, sign: string, words: string) => (
    <button type="button" className={`${field.button} ${styles.step}`} disabled={Object.is(to, value)} aria-label={`${name}: one ulp ${words}`} title={`One ulp ${words}`} onClick={() => set(to)}>
      {sign}
    </button>
  );
  return (
    <div className={styles.number} role="group" aria-label={name}>
      {canSet ? (
        <div className={styles.typed}>
          <label htmlFor={id} className={styles.name}>
            {name}
          </label>
          <DraftInput id={id} text={typedText(value)} aria-describedby={`${id}-stored`} onCommit={commit} onStep={(direction) => set(direction > 0 ? up : down)} />
        </div>
      ) : (
        <p className={styles.given}>
          <span className={styles.name}>{name}</span> <output>{numberText(value)}</output>
        </p>
      )}
      <div className={styles.stepped}>
        {canSet && step(down, '−', 'down')}
        {Number.isFinite(value) ? <NumberLine name={name} value={value} zoom={zoom} onChange={canSet ? onChange : null} /> : <p className={styles.nowhere}>no place on the line</p>}
        {canSet && step(up, '+', 'up')}
      </div>
      <p id={`${id}-stored`} className={styles.stored}>
        {problem !== '' ? (
          <span className={field.problem} role="status">
            {problem}
          </span>
        ) : Number.isFinite(value) ? (
          <>
            {Number(typedText(value)) !== value && <span className={styles.exactly}>stored as {doubleText(value)}, </span>}1 ulp = {sizeText(ulpOf(value), 3)}
          </>
        ) : null}
      </p>
    </div>
  );
}
