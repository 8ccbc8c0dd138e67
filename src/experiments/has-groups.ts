/**
 * Whether a spec has an order with groups, or a family of such orders, wherever it is in it; engines need their adders for
 * these. The text of a recording has some if a kernel may name an adder, perhaps in escapes.
 */
export function hasGroups(spec: unknown): boolean {
  if (typeof spec !== 'object' || spec === null || ArrayBuffer.isView(spec)) return false;
  if ('text' in spec && typeof spec.text === 'string' && /"adder"|\\u/.test(spec.text)) return true;
  return ('adder' in spec && spec.adder !== null) || Object.values(spec).some(hasGroups);
}
