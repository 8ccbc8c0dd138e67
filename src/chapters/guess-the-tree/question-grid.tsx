import type { KeyboardEvent } from 'react';
import { useRef, useState } from 'react';
import { K } from './hidden-sum';
import styles from './guess-the-tree.module.css';

interface QuestionGridProps {
  /** By “plus,minus”, the smaller product first. */
  readonly answers: ReadonlyMap<string, number>;
  readonly onAsk: (plus: number, minus: number) => void;
}

const PRODUCTS = Array.from({ length: K }, (_, k) => k);

/** All possible questions as a triangle of buttons; arrow keys move between them. */
export function QuestionGrid({ answers, onAsk }: QuestionGridProps) {
  const grid = useRef<HTMLTableElement>(null);
  const [stop, setStop] = useState({ plus: 0, minus: 1 });
  const move = (event: KeyboardEvent): void => {
    const step = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const [plus, minus] = [stop.plus + step[0]!, stop.minus + step[1]!];
    if (plus < 0 || minus >= K || plus >= minus) return;
    setStop({ plus, minus });
    grid.current?.querySelector<HTMLElement>(`[data-question="${plus},${minus}"]`)?.focus();
  };
  return (
    <table ref={grid} className={styles.grid} onKeyDown={move}>
      <caption className="visually-hidden">Questions: +M at the row’s product, −M at the column’s</caption>
      <thead>
        <tr>
          <td />
          {PRODUCTS.slice(1).map((minus) => (
            <th key={minus} scope="col">
              <span className={styles.sign}>−M at </span>
              {minus}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {PRODUCTS.slice(0, -1).map((plus) => (
          <tr key={plus}>
            <th scope="row">
              <span className={styles.sign}>+M at </span>
              {plus}
            </th>
            {PRODUCTS.slice(1).map((minus) => {
              const question = `${plus},${minus}`;
              const known = answers.get(question);
              return (
                <td key={minus}>
                  {plus < minus && (
                    <button
                      type="button"
                      data-question={question}
                      tabIndex={plus === stop.plus && minus === stop.minus ? 0 : -1}
                      aria-label={known === undefined ? `Ask: +M at ${plus}, −M at ${minus}` : `+M at ${plus}, −M at ${minus}: ${known}`}
                      data-known={known !== undefined || undefined}
                      onFocus={() => setStop({ plus, minus })}
                      onClick={() => onAsk(plus, minus)}
                    >
                      {known ?? '?'}
                    </button>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
