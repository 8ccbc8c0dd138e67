import type { ParseError, Result } from '../../lib/result';
import { fail, ok } from '../../lib/result';
import type { Settings } from '../../share/settings';
import type { Three } from '../../share/special-settings';
import type { ShownPart } from '../shown-part';
import { numpyDot } from './numpy-dot';
import { numpySweep } from './numpy-sweep';
import { numpyThread } from './numpy-thread';
import { numpyWhole } from './numpy-whole';
import { torchDot } from './torch-dot';
import { torchSweep } from './torch-sweep';
import { torchThread } from './torch-thread';
import { torchWhole } from './torch-whole';
import { numpyThree, torchThree } from './three-numbers';

/** Python that reproduces what is shown. */
export interface Snippets {
  /** Gives the same bits. */
  readonly numpy: Result<string, ParseError>;
  /** Shows the same effect with the reader's own library. */
  readonly torch: Result<string, ParseError>;
}

const WAIT = fail({ message: 'It is still being computed.' });

/** Whether the part shows a sum whose numbers the page has; the Lab's growth curves are not a single sum. */
export function hasSnippets({ part, values }: Pick<ShownPart, 'part' | 'values'>): boolean {
  return part === 'lab' ? (values as Settings).view !== 'growth' : ['thread', 'sum-of-three', 'stepper', 'heatmap'].includes(part);
}

/** The snippets for what is on the screen; the part must have some. */
export function snippetsOf(shown: ShownPart): Snippets {
  const { part, title, address, values, numbers } = shown;
  const head = [`Batch of One: ${title}`, address];
  const same = [...head, 'NumPy alone, to the bit what the page shows.'];
  if (part === 'sum-of-three') {
    const three = values['numbers'] as Three;
    return { numpy: ok(numpyThree(same, three)), torch: ok(torchThree(head, three)) };
  }
  if (numbers.dot !== undefined) return { numpy: ok(numpyDot(same, numbers.dot)), torch: ok(torchDot(head, numbers.dot)) };
  const { thread, sweep, whole } = numbers.results ?? {};
  const { cell, baseline } = values as Partial<Settings>;
  const column = cell?.column ?? null;
  if (part === 'thread' && thread) return thread.rows.length < thread.spec.thread.printed.length ? { numpy: WAIT, torch: WAIT } : { numpy: numpyThread(same, thread), torch: ok(torchThread(head, thread)) };
  if (values['view'] === 'rows' || values['view'] === 'whole') return whole ? { numpy: numpyWhole(same, whole, column), torch: torchWhole(head, whole) } : { numpy: WAIT, torch: WAIT };
  if (!sweep || sweep.rows.length < sweep.spec.batches.length) return { numpy: WAIT, torch: WAIT };
  const from = baseline ?? 1;
  return { numpy: numpySweep(same, sweep, from, column), torch: torchSweep(head, sweep, from) };
}
