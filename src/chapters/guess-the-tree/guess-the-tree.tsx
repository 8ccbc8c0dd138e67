import { useMemo, useState } from 'react';
import { plural } from '../../lib/words';
import { printOrder } from '../../orders/print-order';
import { Checkbox } from '../../ui/checkbox';
import field from '../../ui/field.module.css';
import { findHidden } from './find-hidden';
import type { Piece } from './hidden-sum';
import { answer, hiddenOrder, joined, judge, K, LEAVES } from './hidden-sum';
import styles from './guess-the-tree.module.css';
import { QuestionGrid } from './question-grid';

const FIRST_SEED = 5;

/** What the reader has found out and assembled so far. */
interface Game {
  readonly seed: number;
  /** Answers by question, “plus,minus”, the smaller product first: swapping the signs does not change the answer. */
  readonly answers: ReadonlyMap<string, number>;
  /** What has been assembled, with what was there before each join. */
  readonly pieces: readonly Piece[];
  readonly before: readonly (readonly Piece[])[];
  readonly chosen: number | null;
}

function fresh(seed: number): Game {
  return { seed, answers: new Map(), pieces: LEAVES, before: [], chosen: null };
}

/** A hidden tree over eight products: place +M and −M, read one number, assemble the tree. */
export function GuessTheTree() {
  const [game, setGame] = useState(() => fresh(FIRST_SEED));
  const [hints, setHints] = useState(false);
  const { seed, answers, pieces, chosen } = game;
  const hidden = useMemo(() => hiddenOrder(seed), [seed]);
  const algorithm = useMemo(() => findHidden(hidden).counts, [hidden]);
  const ask = (i: number, j: number): void => {
    const [plus, minus] = i < j ? [i, j] : [j, i];
    setGame({ ...game, answers: new Map(answers).set(`${plus},${minus}`, answer(hidden, plus, minus)) });
  };
  const choose = (index: number): void => {
    if (chosen === null || chosen === index) return setGame({ ...game, chosen: chosen === index ? null : index });
    const made = joined(pieces[chosen]!, pieces[index]!);
    const rest = pieces.filter((_, i) => i !== chosen && i !== index);
    setGame({ ...game, chosen: null, before: [...game.before, pieces], pieces: [...rest, made].sort((a, b) => a.leaves[0]! - b.leaves[0]!) });
  };
  const undo = (): void => setGame({ ...game, chosen: null, pieces: game.before.at(-1) ?? pieces, before: game.before.slice(0, -1) });
  const whole = pieces.length === 1 ? pieces[0]! : null;
  const verdict = useMemo(() => whole && judge(hidden, whole), [hidden, whole]);
  return (
    <section className={styles.game} data-print="no" aria-label="A hidden sum of eight products">
      <div>
        <h3 className={styles.head}>Ask</h3>
        <p className={styles.note}>
          Each cell is a call: +M at the product of its row, −M at that of its column, ones elsewhere. It shows what the sum returns: how many ones joined after the two had met.
        </p>
        <QuestionGrid answers={answers} onAsk={ask} />
        <Checkbox label="Show each answer as the size of the part that holds both" checked={hints} onChange={setHints} />
        {hints && answers.size > 0 && (
          <ul className={styles.sizes}>
            {[...answers].map(([question, ones]) => (
              <li key={question}>
                {question.replace(',', ' and ')}: {plural(K - ones, 'product')}
              </li>
            ))}
          </ul>
        )}
      </div>
      <div>
        <h3 className={styles.head}>Put it together</h3>
        <p className={styles.note}>Choose two parts that are added to each other, the innermost first.</p>
        <div className={styles.pieces} role="group" aria-label="Parts">
          {pieces.map((piece, index) => (
            <button key={piece.text} type="button" className={styles.piece} aria-pressed={chosen === index} disabled={whole !== null} onClick={() => choose(index)}>
              {piece.text}
            </button>
          ))}
        </div>
        <p className={styles.buttons}>
          <button type="button" className={field.button} disabled={game.before.length === 0} onClick={undo}>
            Take the last one apart
          </button>
          <button type="button" className={field.button} onClick={() => setGame(fresh(seed + 1))}>
            Another hidden sum
          </button>
        </p>
        <p className={styles.verdict} role="status">
          {verdict === null ? (
            <>
              {plural(answers.size, 'question')} asked.
            </>
          ) : verdict.right ? (
            <>
              <strong>Yes: that is the sum.</strong> You asked {plural(answers.size, 'question')}; the algorithm that reads libraries asks {algorithm} here. The order is{' '}
              <code>{printOrder(hidden)}</code>.
            </>
          ) : (
            <>
              <strong>Not yet.</strong> With +M at {verdict.contradiction.plus} and −M at {verdict.contradiction.minus} your sum would return {verdict.contradiction.guessed}; the hidden one returns{' '}
              {verdict.contradiction.hidden}.
            </>
          )}
        </p>
      </div>
    </section>
  );
}
