import type { PartId } from './figure-settings';
import { partSettings } from './figure-settings';

/** The settings that are a place in a figure: the selected cell, or what is read out. */
const PLACES: { readonly [P in PartId]?: readonly string[] } = {
  thread: ['threadColumn', 'threadBeside'],
  stepper: ['step'],
  'kernel-map': ['recording', 'batch'],
  'error-growth': ['exponent'],
  drift: ['exponent'],
};

/** The selected place in a part, by its settings' names in links; null for none. */
export function selectionOf(part: PartId, values: Readonly<Record<string, unknown>>): Readonly<Record<string, string | number>> | null {
  const { cell } = values;
  if (typeof cell === 'object' && cell !== null) return { ...cell };
  const keys = PLACES[part];
  if (keys === undefined || keys.some((key) => values[key] === '')) return null;
  const table = partSettings(part);
  return Object.fromEntries(keys.map((key) => [table[key]!.name, values[key] as string | number]));
}
