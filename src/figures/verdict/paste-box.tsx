import { useRef, useState } from 'react';
import type { ClipboardEvent, DragEvent } from 'react';
import { fileText } from '../../lib/file-text';
import { PASTED_LIMITS } from '../../lib/limits';
import { plural } from '../../lib/words';
import { parseNpy, looksBinary } from '../../pasted/parse-npy';
import { readPasted } from '../../pasted/read-pasted';
import type { PastedArray } from '../../pasted/pasted-array';
import field from '../../ui/field.module.css';
import { TextArea } from '../../ui/text-area';
import type { Box, BoxName } from '../../store/pasted';
import { EMPTY, heldBox, readingBox, textBox } from './boxes';
import { ChoosePair } from './choose-pair';
import styles from './tolerance.module.css';
import type { ComparisonState } from './use-comparison';

interface PasteBoxProps {
  readonly comparison: Pick<ComparisonState, 'boxes' | 'put' | 'choose'>;
  readonly name: BoxName;
  readonly label: string;
  readonly hint?: string;
  readonly rows?: number;
}

/** A longer text is taken without being shown: no browser edits megabytes at ease. */
const LONGEST_SHOWN = 60_000;

/** A place for numbers: typed, pasted, dropped, or from a file. */
export function PasteBox({ comparison: { boxes, put, choose }, name, label, hint, rows = 3 }: PasteBoxProps) {
  const box = boxes[name];
  /** Why a file or text was not taken, for as long as the box holds what it held then. */
  const [refused, setRefused] = useState<{ readonly box: Box; readonly message: string } | null>(null);
  const [isOver, setOver] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);

  const refuse = (message: string): void => setRefused({ box, message });
  const problem = refused?.box.text === box.text && refused.box.held === box.held ? refused : box.problem;
  const takeText = (text: string, from: string): void => {
    if (text.length <= LONGEST_SHOWN) {
      put(name, textBox(text));
      return;
    }
    const read = readingBox(readPasted(text));
    if (read.problem === null) put(name, { ...read, held: from });
    else refuse(read.problem.message);
  };
  const takeFile = async (file: File): Promise<void> => {
    if (file.size > PASTED_LIMITS.bytes) {
      refuse(`${file.name} has ${Math.round(file.size / 2 ** 20)} MB; at most ${PASTED_LIMITS.bytes / 2 ** 20} MB are read.`);
      return;
    }
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      if (!looksBinary(bytes)) takeText(fileText(bytes), file.name);
      else {
        const array = parseNpy(bytes);
        if (array.ok) put(name, heldBox(file.name, [array.value]));
        else refuse(`${file.name}: ${array.error.message}`);
      }
    } catch {
      refuse(`${file.name} could not be read.`);
    }
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) void takeFile(file);
    else takeText(event.dataTransfer.getData('text'), 'dropped text');
  };
  const paste = (event: ClipboardEvent): void => {
    const text = event.clipboardData.getData('text');
    if (text.length <= LONGEST_SHOWN) return;
    event.preventDefault();
    takeText(text, 'pasted text');
  };

  const read = box.took ?? box.arrays?.map(arrayText).join(', and ');
  return (
    <div
      className={styles.box}
      data-over={isOver ? 'true' : undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      onPasteCapture={paste}
    >
      {box.held === null ? (
        <TextArea label={label} value={box.text} rows={rows} problem={problem} onChange={(text) => put(name, textBox(text))} />
      ) : (
        <div className={field.field}>
          <span className={field.label}>{label}</span>
          <p className={styles.held}>
            {box.held}
            <button type="button" className={field.button} onClick={() => put(name, EMPTY)}>
              Remove {box.held}
            </button>
          </p>
          <span role="status" className={field.problem}>
            {problem?.message}
          </span>
        </div>
      )}
      <p className={styles.under}>
        <span role="status">{read === undefined ? hint : [`${read.replace(/\.$/, '')}.`, ...box.leftOut].join(' ')}</span>
        <input
          ref={chooser}
          className="visually-hidden"
          type="file"
          tabIndex={-1}
          aria-hidden="true"
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) void takeFile(file);
            event.target.value = '';
          }}
        />
        <button type="button" className={styles.quiet} aria-label={`Choose a file for ${label}`} onClick={() => chooser.current?.click()}>
          choose a file
        </button>
      </p>
      {box.several && <ChoosePair several={box.several} onChoose={(pair) => choose(name, pair)} />}
    </div>
  );
}

/** What was read, in a line: how many numbers, their shape, type and digits. */
function arrayText({ values, shape, dtype, digits }: PastedArray): string {
  const printed = digits.kind === 'exact' ? '' : digits.kind === 'decimals' ? plural(digits.count, 'decimal') : plural(digits.count, 'digit');
  return [plural(values.length, 'number'), shape && shape.length > 1 ? shape.join(' × ') : '', dtype ?? '', printed].filter((part) => part !== '').join(', ');
}
