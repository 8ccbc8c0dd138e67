import { recordedText } from '../recordings/library-text';
import type { FigureNumbers } from './figure-numbers';
import type { ShownPart } from './shown-part';

/** Where a picture comes from, in sentences: the page, its state, and whose orders it shows. */
export function sourceText({ address, numbers }: Pick<ShownPart, 'address' | 'numbers'>): string {
  return `Batch of One, ${address} · ${provenance(numbers).join(' ')}`;
}

/** Whether the orders were recorded from a library, and which, or constructed; one sentence each. */
export function provenance({ results, recordings }: FigureNumbers): string[] {
  const { sweep, whole, remedies, thread, depth, flips } = results ?? {};
  const notes = [...(sweep?.rows ?? []), ...(thread?.rows ?? []), ...(whole ? [whole.plans] : []), ...(remedies ? [remedies] : [])].map(({ note }) => note);
  const modelled = depth ?? flips;
  if (modelled !== undefined && modelled !== null) notes.push(modelled.orders.note);
  const recorded = [...(recordings?.values() ?? [])].map((recording) => `Orders replayed from a recording. ${recordedText(recording)}`);
  return [...(recorded.length === 0 ? ['Computed in the browser.'] : recorded.length <= 2 ? recorded : [`Orders read off ${recorded.length} recordings of libraries.`]), ...new Set(notes.filter((note) => note !== ''))];
}
