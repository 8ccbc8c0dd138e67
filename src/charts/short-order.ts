/** An order in the notation, cut at the end of a run where it is long. */
export function shortOrder(text: string, most = 44): string {
  if (text.length <= most) return text;
  return `${text.slice(0, Math.max(1, text.lastIndexOf(' ', most)))} …`;
}
