import { useId, useState } from 'react';
import type { ParseError } from '../../lib/result';
import { SETTINGS } from '../../share/settings';
import { useSet } from '../../figure-parts/use-set';
import { useSettings } from '../../store/use-part';
import { DraftInput } from '../../ui/draft-input';
import field from '../../ui/field.module.css';

/** Batch sizes as a typed list; takes effect on Enter or on leaving the field. */
export function BatchListField() {
  const id = useId();
  const { label, parse } = SETTINGS.batches;
  const shown = useSettings('batches').batches.join(', ');
  const set = useSet();
  const [problem, setProblem] = useState<ParseError | null>(null);
  const commit = (typed: string): void => {
    const read = parse(typed);
    const said = read.ok ? read.value.adjusted : `${read.error.message}; it is still ${shown}`;
    setProblem(said === undefined ? null : { message: `${label} ${said}.` });
    if (read.ok) set({ batches: read.value.value });
  };
  return (
    <div className={field.field}>
      <label htmlFor={id} className={field.label}>
        {label}
      </label>
      <DraftInput id={id} text={shown} aria-describedby={`${id}-hint ${id}-said`} onCommit={commit} />
      <span role="status" id={`${id}-said`} className={field.problem}>
        {problem?.message}
      </span>
      <span id={`${id}-hint`} className={field.hint}>
        Rows in one call. Separate them by commas.
      </span>
    </div>
  );
}
