import { useRef, useState } from 'react';
import type { ClipboardEvent, DragEvent } from 'react';
import { fileText } from '../../lib/file-text';
import { parseNpy, looksBinary } from '../../pasted/parse-npy';
import { parsePrintout } from '../../pasted/parse-printout';
import { PASTED_LIMITS } from '../../pasted/pasted-array';
import field from '../../ui/field.module.css';
import { TextArea } from '../../ui/text-area';
import { arrayText } from './slot-text';
import type { SlotName } from './tolerance-store';
import { useVerdict, useVerdictActions } from './tolerance-store';
import styles from './tolerance.module.css';

interface PasteBoxProps {
  readonly slot: SlotName;
  readonly label: string;
  readonly hint?: string;
  readonly rows?: number;
}

/** A longer text is taken without being shown: no browser edits megabytes at ease. */
const LONGEST_SHOWN = 60_000;

/** A place for numbers: typed, pasted, dropped, or from a file. */
export function PasteBox({ slot: name, label, hint, rows = 6 }: PasteBoxProps) {
  const slot = useVerdict(({ slots }) => slots[name]);
  const { setText, hold, refuse, clear } = useVerdictActions();
  const [isOver, setOver] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);

  const takeText = (text: string, from: string): void => {
    if (text.length <= LONGEST_SHOWN) {
      setText(name, text);
      return;
    }
    const parsed = parsePrintout(text);
    if (parsed.ok) hold(name, from, parsed.value);
    else refuse(name, { message: parsed.error.message });
  };
  const takeFile = async (file: File): Promise<void> => {
    if (file.size > PASTED_LIMITS.bytes) {
      refuse(name, { message: `${file.name} has ${Math.round(file.size / 2 ** 20)} MB; at most ${PASTED_LIMITS.bytes / 2 ** 20} MB are read.` });
      return;
    }
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      if (!looksBinary(bytes)) takeText(fileText(bytes), file.name);
      else {
        const array = parseNpy(bytes);
        if (array.ok) hold(name, file.name, [array.value]);
        else refuse(name, { message: `${file.name}: ${array.error.message}` });
      }
    } catch {
      refuse(name, { message: `${file.name} could not be read.` });
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

  const read = slot.arrays?.map(arrayText).join(', and ');
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
      {slot.held === null ? (
        <TextArea label={label} value={slot.text} rows={rows} problem={slot.problem} onChange={(text) => setText(name, text)} />
      ) : (
        <div className={field.field}>
          <span className={field.label}>{label}</span>
          <p className={styles.held}>
            {slot.held}
            <button type="button" className={field.button} onClick={() => clear(name)}>
              Remove {slot.held}
            </button>
          </p>
          <span role="status" className={field.problem}>
            {slot.problem?.message}
          </span>
        </div>
      )}
      <p className={styles.under}>
        <span role="status">{read === undefined ? hint : `${read}.`}</span>
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
    </div>
  );
}
