/** Whether a spec has an order with groups, or a family of such orders, wherever it is in it; engines need their adders for these. */
export function hasGroups(spec: unknown): boolean {
  if (typeof spec !== 'object' || spec === null || ArrayBuffer.isView(spec)) return false;
  return ('adder' in spec && spec.adder !== null) || Object.values(spec).some(hasGroups);
}
