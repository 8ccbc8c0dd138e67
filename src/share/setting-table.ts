import type { Scope, Setting } from './setting';

/** Settings of a part of the page, by key. */
export type SettingTable = Readonly<Record<string, Setting<unknown>>>;

/** A value for each setting of a table. */
export type TableValues<T extends SettingTable> = { readonly [K in keyof T]: T[K] extends Setting<infer V> ? V : never };

export function firstValues<T extends SettingTable>(table: T): TableValues<T> {
  return Object.fromEntries(Object.entries(table).map(([key, setting]) => [key, setting.initial])) as TableValues<T>;
}

/** Whether two values of a setting are equal: numbers by `Object.is`, lists, places and orders by content. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (ArrayBuffer.isView(a) && ArrayBuffer.isView(b)) return sameList(a as Int32Array, b as Int32Array);
  if (Array.isArray(a) && Array.isArray(b)) return sameList(a, b);
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && sameValue(a[key as never], b[key as never]));
}

function sameList(a: ArrayLike<unknown>, b: ArrayLike<unknown>): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (!sameValue(a[i], b[i])) return false;
  return true;
}

/** Names and texts of the values that are not the first ones, in table order. */
export function printTable<T extends SettingTable>(table: T, values: TableValues<T>, scope: Scope): [string, string][] {
  return Object.entries(table).flatMap(([key, setting]): [string, string][] => {
    const text = setting.print(values[key]);
    return setting.scopes.includes(scope) && text !== setting.print(setting.initial) ? [[setting.name, text]] : [];
  });
}

/**
 * Values from untrusted texts by name: a name that is missing, or whose text can't be read, keeps its value from `begin`.
 * Names that are not in the table are ignored. Never throws.
 *
 * @param under the prefix of the names, for the sentences
 * @returns the values and a sentence for each text that could not be used as given
 */
export function readTable<T extends SettingTable>(
  table: T,
  params: ReadonlyMap<string, string>,
  scopes: readonly Scope[],
  begin: TableValues<T> = firstValues(table),
  under = '',
): { readonly values: TableValues<T>; readonly notices: readonly string[] } {
  const values: Record<string, unknown> = { ...begin };
  const notices: string[] = [];
  for (const [key, setting] of Object.entries(table)) {
    const text = params.get(setting.name);
    if (text === undefined || !setting.scopes.some((scope) => scopes.includes(scope))) continue;
    const read = setting.parse(text);
    if (read.ok) values[key] = read.value.value;
    const problem = read.ok ? read.value.adjusted : `${read.error.message}; it was left at ${shortened(setting.print(begin[key])) || 'nothing'}`;
    if (problem !== undefined) notices.push(`${setting.label} (${under}${setting.name}): “${shortened(text)}” ${problem}.`);
  }
  return { values: values as TableValues<T>, notices };
}

function shortened(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 40)}…`;
}
